-- Types of extensions: hstore, ltree, citext (also unique), cube, isn, seg, intarray's query, trigram indexes. Needs postgresql-contrib's files, which postgresql-15 has.
CREATE EXTENSION hstore;
CREATE EXTENSION ltree;
CREATE EXTENSION citext;
CREATE EXTENSION cube;
CREATE EXTENSION isn;
CREATE EXTENSION pg_trgm;
CREATE TABLE settings (
    id     integer PRIMARY KEY,
    data   hstore NOT NULL,
    extra  hstore
);
CREATE TABLE tree (
    path   ltree PRIMARY KEY,
    name   citext NOT NULL UNIQUE,
    labels ltree[]
);
CREATE INDEX tree_path ON tree USING gist (path);
CREATE TABLE people (
    email  citext PRIMARY KEY CHECK (email LIKE '%@%'),
    nick   citext COLLATE "C" NOT NULL,
    name   text NOT NULL
);
CREATE INDEX people_name ON people USING gin (name gin_trgm_ops);
CREATE TABLE points (
    id    integer PRIMARY KEY,
    at    cube NOT NULL,
    isbn  isbn13,
    email citext NOT NULL REFERENCES people
);
