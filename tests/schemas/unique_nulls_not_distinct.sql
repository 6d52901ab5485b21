-- NULLS NOT DISTINCT: one null at most, in constraints and indexes, over one column and several, with references.
CREATE TABLE root (id integer PRIMARY KEY);
CREATE TABLE single (
    id integer PRIMARY KEY,
    v  integer,
    UNIQUE NULLS NOT DISTINCT (v)
);
CREATE TABLE double (
    a integer,
    b text,
    CONSTRAINT double_key UNIQUE NULLS NOT DISTINCT (a, b)
);
CREATE TABLE child (
    root_id integer REFERENCES root,
    name    varchar(20),
    note    text
);
CREATE UNIQUE INDEX child_key ON child (root_id, name) NULLS NOT DISTINCT;
CREATE TABLE single_live (
    v    uuid,
    dead boolean NOT NULL
);
CREATE UNIQUE INDEX single_live_key ON single_live (v) NULLS NOT DISTINCT WHERE NOT dead;
