-- Stored generated columns: over numbers, texts, dates; unique ones; in checks, in indexes and as targets of references.
CREATE TABLE person (
    id     integer PRIMARY KEY,
    first  varchar(30) NOT NULL,
    last   varchar(30) NOT NULL,
    full_name text NOT NULL GENERATED ALWAYS AS (first || ' ' || last) STORED,
    born   date NOT NULL,
    year   integer GENERATED ALWAYS AS (extract(year FROM born)::integer) STORED,
    email  varchar(50) NOT NULL,
    email_lower varchar(50) GENERATED ALWAYS AS (lower(email)) STORED UNIQUE
);
CREATE TABLE square (
    side integer NOT NULL CHECK (side BETWEEN 1 AND 1000),
    area integer GENERATED ALWAYS AS (side * side) STORED CHECK (area <= 250000),
    big  boolean GENERATED ALWAYS AS (side > 100) STORED
);
CREATE TABLE doubled (
    n     integer PRIMARY KEY,
    twice bigint GENERATED ALWAYS AS (n::bigint * 2) STORED NOT NULL UNIQUE
);
CREATE TABLE to_doubled (
    id    integer PRIMARY KEY,
    twice bigint NOT NULL REFERENCES doubled (twice)
);
CREATE TABLE invoice (
    net   numeric(10,2) NOT NULL CHECK (net >= 0),
    vat   numeric(4,2) NOT NULL CHECK (vat IN (0.07, 0.19)),
    gross numeric(12,2) GENERATED ALWAYS AS (round(net * (1 + vat), 2)) STORED,
    text  text GENERATED ALWAYS AS ('invoice') STORED
);
CREATE TABLE rounded (
    exact   numeric(8,2),
    rounded numeric(7,1) GENERATED ALWAYS AS (exact) STORED CHECK (rounded < 100)
);
CREATE TABLE reader (
    handle     varchar(20) NOT NULL,
    library    integer NOT NULL,
    handle_key varchar(20) GENERATED ALWAYS AS (lower(handle)) STORED NOT NULL,
    since      date,
    UNIQUE (library, handle_key)
);
CREATE TABLE loan (
    library integer,
    reader  varchar(20),
    number  smallint,
    PRIMARY KEY (library, reader, number),
    FOREIGN KEY (library, reader) REFERENCES reader (library, handle_key)
);
CREATE TABLE reader_card (
    number  bigint PRIMARY KEY,
    library integer,
    reader  varchar(20),
    UNIQUE (library, reader),
    FOREIGN KEY (library, reader) REFERENCES reader (library, handle_key) ON DELETE CASCADE
);

-- A constant by which a subtype names its own kind.
CREATE TABLE module (
    id   bigserial PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('quiz', 'assignment', 'forum')),
    UNIQUE (id, kind)
);
CREATE TABLE assignment (
    module_id bigint PRIMARY KEY,
    kind      text NOT NULL GENERATED ALWAYS AS ('assignment') STORED,
    due       date NOT NULL,
    FOREIGN KEY (module_id, kind) REFERENCES module (id, kind)
);
