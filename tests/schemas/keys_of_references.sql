-- Keys made of references only: of three and four parents, of composite parents that overlap, of one to one parents, with a self reference.
CREATE TABLE p1 (id integer PRIMARY KEY);
CREATE TABLE p2 (id smallint PRIMARY KEY);
CREATE TABLE p3 (a char(2), b integer, PRIMARY KEY (a, b));
CREATE TABLE three (
    p1_id integer REFERENCES p1,
    p2_id smallint REFERENCES p2,
    a char(2), b integer,
    PRIMARY KEY (p1_id, p2_id, a, b),
    FOREIGN KEY (a, b) REFERENCES p3
);
CREATE TABLE part_of_three (
    p1_id integer, p2_id smallint, a char(2), b integer,
    other integer NOT NULL REFERENCES p1,
    PRIMARY KEY (p1_id, p2_id, a, b, other),
    FOREIGN KEY (p1_id, p2_id, a, b) REFERENCES three
);
CREATE TABLE fixed_child (
    p1_id integer PRIMARY KEY REFERENCES p1,
    p2_id smallint NOT NULL REFERENCES p2,
    UNIQUE (p1_id, p2_id)
);
CREATE TABLE of_fixed (
    p1_id integer NOT NULL,
    p2_id smallint NOT NULL,
    n     integer NOT NULL,
    PRIMARY KEY (p1_id, n),
    FOREIGN KEY (p1_id, p2_id) REFERENCES fixed_child (p1_id, p2_id)
);
CREATE TABLE subset_of_parent (
    a char(2) NOT NULL, b integer NOT NULL, p1_id integer NOT NULL REFERENCES p1,
    UNIQUE (b, p1_id),
    FOREIGN KEY (a, b) REFERENCES p3
);
CREATE TABLE two_keys (
    p1_id integer NOT NULL REFERENCES p1,
    p2_id smallint NOT NULL REFERENCES p2,
    a char(2) NOT NULL, b integer NOT NULL,
    PRIMARY KEY (p1_id, p2_id),
    UNIQUE (p1_id, a, b),
    UNIQUE (p2_id, a, b),
    FOREIGN KEY (a, b) REFERENCES p3
);

-- Rows one to one with numbered ones, of which a check takes some.
CREATE TABLE stream (stream_id uuid PRIMARY KEY);
CREATE TABLE event (stream_id uuid REFERENCES stream, version bigint CHECK (version >= 0), PRIMARY KEY (stream_id, version));
CREATE TABLE snapshot (
    stream_id uuid, version bigint CHECK (version >= 10),
    PRIMARY KEY (stream_id, version), FOREIGN KEY (stream_id, version) REFERENCES event
);

-- The current one of several versions of a document that is no table.
CREATE TABLE version (document integer, number integer, PRIMARY KEY (document, number));
CREATE TABLE current_version (
    document integer PRIMARY KEY, number integer NOT NULL, FOREIGN KEY (document, number) REFERENCES version
);
