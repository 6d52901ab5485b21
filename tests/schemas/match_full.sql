-- Composite references with MATCH FULL and MATCH SIMPLE over nullable columns, partly shared, partly null.
CREATE TABLE parent (
    a integer NOT NULL,
    b integer NOT NULL,
    PRIMARY KEY (a, b)
);
CREATE TABLE full_child (
    id integer PRIMARY KEY,
    a  integer,
    b  integer,
    FOREIGN KEY (a, b) REFERENCES parent MATCH FULL
);
CREATE TABLE simple_child (
    id integer PRIMARY KEY,
    a  integer,
    b  integer,
    FOREIGN KEY (a, b) REFERENCES parent MATCH SIMPLE
);
CREATE TABLE half_child (
    id integer PRIMARY KEY,
    a  integer NOT NULL,
    b  integer,
    c  integer,
    FOREIGN KEY (a, b) REFERENCES parent,
    FOREIGN KEY (a, c) REFERENCES parent
);
CREATE TABLE full_twice (
    a integer,
    b integer,
    c integer,
    FOREIGN KEY (a, b) REFERENCES parent MATCH FULL,
    FOREIGN KEY (c, b) REFERENCES parent MATCH FULL ON DELETE SET NULL
);
