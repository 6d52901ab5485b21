-- Junction tables: pairs and triples, of one parent twice and three times, over composite parents, surrogate keys, a text parent. Plain SQL.
CREATE TABLE a (id integer NOT NULL PRIMARY KEY);
CREATE TABLE b (id integer NOT NULL PRIMARY KEY);
CREATE TABLE c (code varchar(8) NOT NULL PRIMARY KEY);
CREATE TABLE d (x integer NOT NULL, y integer NOT NULL, PRIMARY KEY (x, y));
CREATE TABLE ab (
    a_id integer NOT NULL REFERENCES a (id),
    b_id integer NOT NULL REFERENCES b (id),
    PRIMARY KEY (a_id, b_id)
);
CREATE TABLE abc (
    a_id integer NOT NULL REFERENCES a (id),
    b_id integer NOT NULL REFERENCES b (id),
    c_code varchar(8) NOT NULL REFERENCES c (code),
    PRIMARY KEY (c_code, b_id, a_id)
);
CREATE TABLE aa (
    first  integer NOT NULL REFERENCES a (id),
    second integer NOT NULL REFERENCES a (id),
    PRIMARY KEY (first, second)
);
CREATE TABLE aaa (
    id integer NOT NULL PRIMARY KEY,
    x  integer NOT NULL REFERENCES a (id),
    y  integer NOT NULL REFERENCES a (id),
    z  integer NOT NULL REFERENCES a (id),
    UNIQUE (x, y, z)
);
CREATE TABLE ad (
    a_id integer NOT NULL REFERENCES a (id),
    d_x  integer NOT NULL,
    d_y  integer NOT NULL,
    PRIMARY KEY (d_x, a_id, d_y),
    FOREIGN KEY (d_x, d_y) REFERENCES d (x, y)
);
CREATE TABLE of_junctions (
    a_id integer NOT NULL,
    b_id integer NOT NULL,
    c_code varchar(8) NOT NULL REFERENCES c (code),
    since date,
    PRIMARY KEY (a_id, b_id, c_code),
    FOREIGN KEY (a_id, b_id) REFERENCES ab (a_id, b_id)
);
CREATE TABLE optional_pair (
    id   integer NOT NULL PRIMARY KEY,
    a_id integer REFERENCES a (id),
    b_id integer REFERENCES b (id),
    UNIQUE (a_id, b_id)
);
