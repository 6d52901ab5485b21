-- References whose whole range of children is one row: unique references, one of them nullable, and a chain of them.
CREATE TABLE a (id integer PRIMARY KEY);
CREATE TABLE b (
    id   integer PRIMARY KEY,
    a_id integer NOT NULL UNIQUE REFERENCES a
);
CREATE TABLE c (
    id   integer PRIMARY KEY,
    a_id integer UNIQUE REFERENCES a,
    b_id integer UNIQUE REFERENCES b
);
CREATE TABLE list (
    id   integer PRIMARY KEY,
    next integer UNIQUE REFERENCES list
);
CREATE TABLE pair (
    x integer NOT NULL REFERENCES a,
    y integer NOT NULL REFERENCES b,
    z integer NOT NULL REFERENCES c,
    UNIQUE (x, y),
    UNIQUE (y, z),
    UNIQUE (x, z)
);
