-- Exclusion constraints: no overlapping ranges in a room, of two columns, conditional, of circles, by inequality, without a group.
CREATE EXTENSION btree_gist;
CREATE TABLE room (id integer PRIMARY KEY);
CREATE TABLE reservation (
    room_id integer NOT NULL REFERENCES room,
    during  tstzrange NOT NULL,
    EXCLUDE USING gist (room_id WITH =, during WITH &&)
);
CREATE TABLE tariff (
    id    integer PRIMARY KEY,
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    EXCLUDE USING gist (valid WITH &&)
);
CREATE TABLE lease (
    id      integer PRIMARY KEY,
    room_id integer NOT NULL REFERENCES room,
    starts  date NOT NULL,
    ends    date NOT NULL,
    void    boolean NOT NULL DEFAULT false,
    CHECK (starts < ends),
    EXCLUDE USING gist (room_id WITH =, daterange(starts, ends, '[)') WITH &&) WHERE (NOT void)
);
CREATE TABLE zone (
    area circle,
    EXCLUDE USING gist (area WITH &&)
);
CREATE TABLE block (
    low  integer NOT NULL,
    high integer NOT NULL CHECK (high >= low),
    EXCLUDE USING gist (int4range(low, high, '[]') WITH &&)
);
CREATE TABLE cage (
    cage   integer NOT NULL,
    animal text NOT NULL,
    EXCLUDE USING gist (cage WITH =, animal WITH <>)
);
CREATE TABLE as_unique (
    v integer NOT NULL,
    EXCLUDE (v WITH =)
);
CREATE TABLE later (
    during int8range NOT NULL,
    EXCLUDE USING gist (during WITH &&) DEFERRABLE INITIALLY DEFERRED
);
