-- Subtypes: a child is of one kind only, and refers to parents of that kind by a column that a check or the database fixes. Plain SQL.
CREATE TABLE vehicle (
    id   integer NOT NULL PRIMARY KEY,
    kind char(1) NOT NULL CHECK (kind IN ('c', 't')),
    name varchar(20),
    UNIQUE (id, kind)
);

CREATE TABLE car (
    id    integer  NOT NULL PRIMARY KEY,
    kind  char(1)  NOT NULL DEFAULT 'c' CHECK (kind = 'c'),
    doors smallint NOT NULL CHECK (doors BETWEEN 2 AND 5),
    FOREIGN KEY (id, kind) REFERENCES vehicle (id, kind)
);

CREATE TABLE truck (
    id      integer NOT NULL PRIMARY KEY,
    kind    char(1) NOT NULL DEFAULT 't' CHECK (kind = 't'),
    load_kg integer NOT NULL CHECK (load_kg > 0),
    FOREIGN KEY (id, kind) REFERENCES vehicle (id, kind)
);

CREATE TABLE parking (
    id     integer NOT NULL PRIMARY KEY,
    car_id integer NOT NULL,
    kind   char(1) NOT NULL CHECK (kind IN ('c')),
    FOREIGN KEY (car_id, kind) REFERENCES vehicle (id, kind)
);
