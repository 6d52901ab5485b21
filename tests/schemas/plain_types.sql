-- The declared types that both engines take, nullable and not, with defaults of each kind. Plain SQL.
CREATE TABLE everything (
    id  integer NOT NULL PRIMARY KEY,
    a   smallint, b integer NOT NULL, c bigint, d boolean NOT NULL, e real, f double precision NOT NULL,
    g   numeric(9,3) NOT NULL, h decimal(18,6), i char(5), j varchar(40) NOT NULL, k text NOT NULL,
    l   date NOT NULL, m time, n timestamp NOT NULL,
    o   integer NOT NULL DEFAULT 7, p varchar(10) NOT NULL DEFAULT 'it''s', q timestamp DEFAULT CURRENT_TIMESTAMP, r boolean DEFAULT true,
    s   numeric(20,0), t numeric(2,2)
);
CREATE TABLE "select" (
    "from"  integer NOT NULL PRIMARY KEY,
    "where" integer REFERENCES everything (id),
    "a b"   text,
    "Größe" integer CHECK ("Größe" > 0)
);
