-- SmallBank (Alomari et al. 2008): two balances for each account, one to one over its key. Plain SQL.
CREATE TABLE accounts (
    custid bigint      NOT NULL PRIMARY KEY,
    name   varchar(64) NOT NULL
);
CREATE INDEX idx_accounts_name ON accounts (name);

CREATE TABLE savings (
    custid bigint NOT NULL PRIMARY KEY REFERENCES accounts (custid),
    bal    real   NOT NULL
);

CREATE TABLE checking (
    custid bigint NOT NULL PRIMARY KEY REFERENCES accounts (custid),
    bal    real   NOT NULL
);
