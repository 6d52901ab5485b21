-- Collations: case-insensitive unique texts (ICU, not deterministic), C, bytewise keys, ordered checks, unique char(n) with trailing spaces.
CREATE COLLATION case_insensitive (provider = icu, locale = 'und-u-ks-level2', deterministic = false);
CREATE COLLATION accent_insensitive (provider = icu, locale = 'und-u-ks-level1', deterministic = false);
CREATE TABLE logins (
    id    integer PRIMARY KEY,
    login varchar(20) COLLATE case_insensitive NOT NULL UNIQUE,
    name  varchar(30) COLLATE accent_insensitive NOT NULL,
    token text COLLATE "C" NOT NULL UNIQUE,
    UNIQUE (name)
);
CREATE TABLE padded (
    code char(6) PRIMARY KEY,
    tail varchar(6) NOT NULL UNIQUE CHECK (tail = rtrim(tail))
);
CREATE TABLE refers (
    id    integer PRIMARY KEY,
    login varchar(20) COLLATE case_insensitive NOT NULL REFERENCES logins (login),
    code  char(6) REFERENCES padded
);
CREATE TABLE ordered (
    low  text COLLATE "C" NOT NULL,
    high text COLLATE "C" NOT NULL,
    CHECK (low < high)
);
