-- Keys that checks tie together, to the kind of their row, or to being there at all.
CREATE TABLE season (
    first_day date NOT NULL,
    last_day date NOT NULL,
    label text,
    PRIMARY KEY (first_day, last_day),
    CHECK (first_day < last_day)
);

CREATE TABLE address_block (
    id serial PRIMARY KEY,
    low bigint NOT NULL UNIQUE,
    high bigint NOT NULL UNIQUE,
    owner text NOT NULL,
    CHECK (high >= low)
);

CREATE TABLE tax_band (
    tax_year integer NOT NULL CHECK (tax_year BETWEEN 1990 AND 2030),
    above numeric(12,2) NOT NULL,
    up_to numeric(12,2) NOT NULL,
    rate numeric(5,4) NOT NULL CHECK (rate >= 0 AND rate < 1),
    PRIMARY KEY (tax_year, above),
    UNIQUE (tax_year, up_to),
    CHECK (above < up_to)
);

CREATE TABLE tile (
    width smallint,
    height smallint,
    PRIMARY KEY (width, height),
    CHECK (width >= height AND height > 0)
);

CREATE TABLE seat_offer (
    seat integer NOT NULL UNIQUE,
    zone smallint NOT NULL CHECK (zone BETWEEN 1 AND 9),
    price integer NOT NULL UNIQUE,
    CHECK (seat < 1000 * zone),
    CHECK (price > seat)
);

CREATE TABLE contact_point (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind text NOT NULL CHECK (kind IN ('email', 'phone', 'web')),
    value text NOT NULL,
    UNIQUE (kind, value),
    CHECK ((kind = 'email' AND value LIKE '%_@_%') OR (kind = 'phone' AND value ~ '^\+[0-9]{7,15}$') OR
           (kind = 'web' AND value ~ '^https?://[a-z]+\.[a-z]{2,3}$'))
);

CREATE TYPE publication_kind AS ENUM ('isbn', 'issn', 'doi');
CREATE TABLE publication (
    kind publication_kind NOT NULL,
    code varchar(40) PRIMARY KEY,
    CHECK (CASE kind WHEN 'isbn' THEN code ~ '^97[89][0-9]{10}$' WHEN 'issn' THEN code ~ '^[0-9]{4}-[0-9]{3}[0-9X]$'
                     ELSE code LIKE '10.%/%' END)
);

CREATE TABLE account_code (
    code text NOT NULL UNIQUE,
    level smallint NOT NULL CHECK (level BETWEEN 2 AND 4),
    CHECK (code ~ '^[0-9]+$'),
    CHECK (length(code) = 2 * level)
);

CREATE TABLE member (
    id serial PRIMARY KEY,
    email text UNIQUE,
    phone varchar(20) UNIQUE,
    CHECK (email IS NOT NULL OR phone IS NOT NULL)
);

CREATE TABLE taxpayer (
    id bigserial PRIMARY KEY,
    passport text UNIQUE,
    tax_number integer UNIQUE,
    CHECK (num_nonnulls(passport, tax_number) = 1)
);

CREATE TABLE machine (
    id serial PRIMARY KEY,
    state text NOT NULL CHECK (state IN ('ordered', 'installed', 'scrapped')),
    serial_number text UNIQUE,
    CHECK ((state = 'ordered') = (serial_number IS NULL))
);

CREATE TABLE shift (
    id serial PRIMARY KEY,
    opens_at timestamptz UNIQUE,
    closes_at timestamptz UNIQUE,
    CHECK ((opens_at IS NULL) = (closes_at IS NULL)),
    CHECK (closes_at > opens_at)
);

CREATE TABLE station (
    id integer PRIMARY KEY,
    next_id integer NOT NULL UNIQUE REFERENCES station,
    hub_id integer NOT NULL REFERENCES station,
    CHECK (next_id <> id),
    CHECK (id <> hub_id)
);
-- Kinds that only a check over several columns names, in a key.
CREATE TABLE event (
    id integer PRIMARY KEY,
    kind text NOT NULL,
    day date NOT NULL,
    amount integer,
    pay_day date,
    UNIQUE (kind, day),
    CHECK (kind = 'in' AND amount > 0 OR kind = 'out' AND amount IS NULL),
    CHECK (CASE kind WHEN 'in' THEN pay_day >= day ELSE pay_day IS NULL END)
);
