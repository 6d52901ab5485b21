-- References to unique keys of every kind, composite ones in another order, parents of another integer width, one parent many times, one not validated.
CREATE TABLE parent (
    id     bigint PRIMARY KEY,
    small  smallint NOT NULL UNIQUE,
    code   varchar(10) NOT NULL UNIQUE,
    number numeric(10,0) NOT NULL UNIQUE,
    token  uuid NOT NULL UNIQUE,
    day    date NOT NULL UNIQUE,
    maybe  integer UNIQUE,
    a      integer NOT NULL,
    b      varchar(5) NOT NULL,
    UNIQUE (a, b)
);
CREATE UNIQUE INDEX parent_both ON parent (id, code);
CREATE TABLE child (
    id       integer PRIMARY KEY,
    narrow   integer NOT NULL REFERENCES parent (id),
    narrower smallint REFERENCES parent (id),
    wide     bigint REFERENCES parent (small),
    code     text NOT NULL REFERENCES parent (code),
    token    uuid NOT NULL REFERENCES parent (token),
    number   numeric(12,0) REFERENCES parent (number),
    whole    bigint REFERENCES parent (number),
    day      date REFERENCES parent (day),
    stamp    timestamp REFERENCES parent (day),
    maybe    integer REFERENCES parent (maybe),
    y        varchar(5) NOT NULL,
    x        integer NOT NULL,
    both_code varchar(10),
    both_id  bigint,
    FOREIGN KEY (y, x) REFERENCES parent (b, a),
    FOREIGN KEY (both_code, both_id) REFERENCES parent (code, id)
);
CREATE TABLE many (
    id         integer PRIMARY KEY,
    created_by bigint NOT NULL REFERENCES parent,
    changed_by bigint REFERENCES parent,
    checked_by bigint REFERENCES parent,
    owned_by   bigint NOT NULL REFERENCES parent,
    sold_to    bigint REFERENCES parent,
    CHECK (sold_to <> owned_by)
);
CREATE TABLE twice (
    id bigint PRIMARY KEY REFERENCES parent,
    again bigint NOT NULL REFERENCES parent,
    many_id integer,
    FOREIGN KEY (many_id) REFERENCES many NOT VALID
);
