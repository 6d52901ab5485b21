-- Keys over two and three narrow columns, each too small alone and large enough together, or too small even together.
CREATE TYPE suit AS ENUM ('clubs', 'diamonds', 'hearts', 'spades');
CREATE TABLE card (
    suit suit NOT NULL,
    rank smallint NOT NULL CHECK (rank BETWEEN 2 AND 14),
    PRIMARY KEY (suit, rank)
);
CREATE TABLE square (
    x char(1) NOT NULL CHECK (x IN ('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')),
    y smallint NOT NULL CHECK (y BETWEEN 1 AND 8),
    z boolean NOT NULL,
    PRIMARY KEY (x, y, z)
);
CREATE TABLE slot (
    id    integer PRIMARY KEY,
    day   smallint NOT NULL CHECK (day IN (1, 2, 3, 4, 5, 6, 7)),
    hour  smallint NOT NULL CHECK (hour >= 0 AND hour < 24),
    wing  char(2) NOT NULL CHECK (wing ~ '^[NS][EW]$'),
    free  boolean NOT NULL,
    UNIQUE (day, hour, wing, free)
);
CREATE TABLE wide_enough (
    a smallint NOT NULL CHECK (a BETWEEN 0 AND 99),
    b smallint NOT NULL CHECK (b BETWEEN 0 AND 99),
    c smallint NOT NULL CHECK (c BETWEEN -49 AND 50),
    UNIQUE (a, b),
    UNIQUE (b, c),
    UNIQUE (a, c)
);
CREATE TABLE flags (
    p boolean,
    q boolean,
    r boolean,
    CONSTRAINT flags_once UNIQUE NULLS NOT DISTINCT (p, q, r)
);
