-- The four tables of pgbench with its foreign keys, fill factors and partitions of the accounts.
CREATE TABLE pgbench_branches (
    bid      int NOT NULL,
    bbalance int,
    filler   char(88)
) WITH (fillfactor = 100);

CREATE TABLE pgbench_tellers (
    tid      int NOT NULL,
    bid      int,
    tbalance int,
    filler   char(84)
) WITH (fillfactor = 100);

CREATE TABLE pgbench_accounts (
    aid      bigint NOT NULL,
    bid      int,
    abalance int,
    filler   char(84)
) PARTITION BY RANGE (aid);
CREATE TABLE pgbench_accounts_1 PARTITION OF pgbench_accounts FOR VALUES FROM (MINVALUE) TO (300);
CREATE TABLE pgbench_accounts_2 PARTITION OF pgbench_accounts FOR VALUES FROM (300) TO (700);
CREATE TABLE pgbench_accounts_3 PARTITION OF pgbench_accounts FOR VALUES FROM (700) TO (MAXVALUE);

CREATE UNLOGGED TABLE pgbench_history (
    tid    int,
    bid    int,
    aid    bigint,
    delta  int,
    mtime  timestamp,
    filler char(22)
);

ALTER TABLE pgbench_branches ADD PRIMARY KEY (bid);
ALTER TABLE pgbench_tellers ADD PRIMARY KEY (tid);
ALTER TABLE pgbench_accounts ADD PRIMARY KEY (aid);
ALTER TABLE pgbench_tellers ADD CONSTRAINT pgbench_tellers_bid_fkey FOREIGN KEY (bid) REFERENCES pgbench_branches;
ALTER TABLE pgbench_accounts ADD CONSTRAINT pgbench_accounts_bid_fkey FOREIGN KEY (bid) REFERENCES pgbench_branches;
ALTER TABLE pgbench_history ADD CONSTRAINT pgbench_history_bid_fkey FOREIGN KEY (bid) REFERENCES pgbench_branches;
ALTER TABLE pgbench_history ADD CONSTRAINT pgbench_history_tid_fkey FOREIGN KEY (tid) REFERENCES pgbench_tellers;
ALTER TABLE pgbench_history ADD CONSTRAINT pgbench_history_aid_fkey FOREIGN KEY (aid) REFERENCES pgbench_accounts;
