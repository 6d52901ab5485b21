-- Composite keys of a reference and a column of few values: a parent has as many rows as the column has values, not more.
CREATE TYPE shift AS ENUM ('early', 'late', 'night');
CREATE TABLE parent (id integer PRIMARY KEY);
CREATE TABLE by_boolean (
    parent_id integer NOT NULL REFERENCES parent,
    front     boolean NOT NULL,
    PRIMARY KEY (parent_id, front)
);
CREATE TABLE by_enum (
    parent_id integer NOT NULL REFERENCES parent,
    shift     shift NOT NULL,
    PRIMARY KEY (shift, parent_id)
);
CREATE TABLE by_code (
    parent_id integer NOT NULL REFERENCES parent,
    country   char(2) NOT NULL CHECK (country IN ('de', 'at', 'ch')),
    price     numeric(8,2),
    PRIMARY KEY (parent_id, country)
);
CREATE TABLE by_two (
    parent_id integer NOT NULL,
    shift     shift NOT NULL,
    front     boolean NOT NULL,
    note      text,
    PRIMARY KEY (parent_id, shift, front),
    FOREIGN KEY (shift, parent_id) REFERENCES by_enum (shift, parent_id)
);
CREATE TABLE by_range (
    parent_id integer NOT NULL REFERENCES parent,
    place     smallint NOT NULL CHECK (place BETWEEN 1 AND 3),
    UNIQUE (parent_id, place)
);
CREATE TABLE by_day (
    parent_id integer NOT NULL REFERENCES parent,
    day       date NOT NULL CHECK (day >= '2024-01-01' AND day < '2024-01-08'),
    text      text,
    PRIMARY KEY (parent_id, day)
);
