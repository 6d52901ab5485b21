-- The geometric types, nullable and NOT NULL, with checks and defaults.
CREATE TABLE shapes (
    id integer PRIMARY KEY,
    a  point NOT NULL,
    b  line NOT NULL,
    c  lseg NOT NULL,
    d  box NOT NULL,
    e  path NOT NULL,
    f  polygon NOT NULL,
    g  circle NOT NULL,
    h  point DEFAULT '(0,0)',
    i  polygon
);
CREATE TABLE places (
    id integer PRIMARY KEY,
    at point NOT NULL CHECK (at[0] BETWEEN -180 AND 180 AND at[1] BETWEEN -90 AND 90),
    round circle CHECK (radius(round) > 0)
);
CREATE INDEX places_at ON places USING gist (at);
