-- Unique columns that may be null beside the key, several of them in a table, some with a default.
CREATE TABLE things (
    id    integer PRIMARY KEY,
    a     integer UNIQUE,
    b     varchar(12) UNIQUE,
    c     date UNIQUE,
    d     uuid UNIQUE DEFAULT gen_random_uuid(),
    e     numeric(8,3) UNIQUE NOT NULL,
    f     timestamptz,
    g     inet,
    UNIQUE (f, g),
    UNIQUE (g, a)
);
CREATE TABLE pairs (
    x integer,
    y integer,
    z integer NOT NULL,
    UNIQUE (x, y),
    UNIQUE (y, z),
    UNIQUE (z, x)
);
