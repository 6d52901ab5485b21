-- Inheritance: a parent with rows of its own, two children, a grandchild of both, checks that are inherited and one that is not.
CREATE TABLE city (
    id       integer PRIMARY KEY,
    name     text NOT NULL,
    people   integer CHECK (people > 0),
    altitude integer CHECK (altitude < 9000) NO INHERIT
);
CREATE TABLE capital (
    country char(2) NOT NULL UNIQUE
) INHERITS (city);
CREATE TABLE harbour (
    depth real CHECK (depth > 1),
    PRIMARY KEY (id)
) INHERITS (city);
CREATE TABLE harbour_capital (
    ships integer CHECK (ships >= 0)
) INHERITS (capital, harbour);
CREATE TABLE visit (
    id      integer PRIMARY KEY,
    city_id integer NOT NULL REFERENCES city
);
