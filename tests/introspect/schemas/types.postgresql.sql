-- Types beyond the plain ones: ranges, composites, types that are texts to synth, domains over them, types nobody knows.
CREATE EXTENSION btree_gist;
CREATE EXTENSION hstore;
CREATE SCHEMA parts;
CREATE TYPE parts.unit AS ENUM ('piece', 'kg');
CREATE TYPE price AS (amount numeric(10,2), unit parts.unit, code char(3), rounded timestamp(0), cursor refcursor);
CREATE TYPE parts.offer AS (price price, old price[], valid daterange, "at" point);
CREATE TYPE float_range AS RANGE (subtype = double precision);
CREATE TYPE word_range AS RANGE (subtype = text);
CREATE DOMAIN small AS integer CHECK (VALUE < 10);
CREATE DOMAIN spot AS point NOT NULL;
CREATE DOMAIN period AS tstzrange;
CREATE TYPE pair AS (number small, word text);

CREATE TABLE every_range (
    id integer PRIMARY KEY,
    a  int4range NOT NULL UNIQUE,
    b  int8range,
    c  numrange,
    d  tsrange,
    e  period,
    f  daterange[],
    g  datemultirange,
    h  float_range NOT NULL,
    i  float_range[],
    j  word_range NOT NULL,
    k  word_multirange NOT NULL
);
CREATE TABLE every_text (
    id integer PRIMARY KEY,
    a  point NOT NULL,
    b  box[],
    c  tsvector,
    d  money UNIQUE,
    e  xml,
    f  hstore NOT NULL,
    g  regclass,
    h  int2vector NOT NULL,
    i  spot,
    j  refcursor,
    k  refcursor NOT NULL,
    l  refcursor DEFAULT 'open' NOT NULL,
    m  refcursor[] NOT NULL,
    n  parts.unit[] NOT NULL,
    o  small[],
    p  hstore[] UNIQUE
);
CREATE TABLE every_composite (
    id integer PRIMARY KEY,
    a  price NOT NULL,
    b  parts.offer,
    c  price[],
    d  pair,
    e  every_range,
    UNIQUE (a)
);
CREATE TABLE room (id integer PRIMARY KEY);
CREATE TABLE stay (
    room_id integer NOT NULL REFERENCES room,
    during  tstzrange NOT NULL,
    void    boolean NOT NULL,
    area    circle,
    number  integer,
    EXCLUDE USING gist (room_id WITH =, during WITH &&),
    CONSTRAINT "not
void" EXCLUDE USING gist (during WITH &&) WHERE (NOT void),
    CONSTRAINT apart EXCLUDE USING gist (area WITH &&),
    CONSTRAINT equal EXCLUDE (number WITH =),
    CONSTRAINT few EXCLUDE (number WITH =) WHERE (void),
    CONSTRAINT other EXCLUDE USING gist (room_id WITH =, number WITH <>),
    CONSTRAINT long EXCLUDE USING gist (int4range(room_id, number) WITH &&)
);
