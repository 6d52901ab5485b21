-- One to one: keys that are references, in chains, to two parents at once, composite. Plain SQL.
CREATE TABLE base (
    id   integer NOT NULL PRIMARY KEY,
    name varchar(20)
);

CREATE TABLE detail (
    id   integer NOT NULL PRIMARY KEY REFERENCES base (id),
    text varchar(200) NOT NULL
);

CREATE TABLE detail_of_detail (
    id   integer NOT NULL PRIMARY KEY REFERENCES detail (id),
    size integer
);

CREATE TABLE other (
    id integer NOT NULL PRIMARY KEY
);

CREATE TABLE bridge (
    id integer NOT NULL PRIMARY KEY REFERENCES detail (id),
    other_id integer NOT NULL UNIQUE REFERENCES other (id)
);

CREATE TABLE composite (
    x integer NOT NULL,
    y integer NOT NULL,
    PRIMARY KEY (x, y)
);

CREATE TABLE composite_detail (
    x integer NOT NULL,
    y integer NOT NULL,
    note varchar(10),
    PRIMARY KEY (x, y),
    FOREIGN KEY (x, y) REFERENCES composite (x, y)
);

-- Two one-to-one references to one table, told apart.
CREATE TABLE plug (id integer PRIMARY KEY);
CREATE TABLE cable (
    id serial PRIMARY KEY, from_plug integer NOT NULL UNIQUE REFERENCES plug, to_plug integer NOT NULL UNIQUE REFERENCES plug,
    CHECK (from_plug <> to_plug)
);
