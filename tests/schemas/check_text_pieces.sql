-- Texts that are checked piece by piece, or without some of their letters; functions of numbers that rise with them,
-- squares, money and coordinates.

CREATE TABLE account (
    id integer PRIMARY KEY,
    email text NOT NULL UNIQUE CHECK (split_part(email, '@', 2) <> '' AND length(email) <= 60),
    domain text NOT NULL CHECK (split_part(domain, '.', 2) IN ('com', 'org', 'net')),
    full_name varchar(40) NOT NULL CHECK (initcap(full_name) = full_name AND full_name <> ''),
    phone text CHECK (char_length(regexp_replace(phone, '\D', '', 'g')) BETWEEN 10 AND 12),
    handle varchar(20) NOT NULL UNIQUE CHECK (length(replace(handle, ' ', '')) = length(handle)),
    country char(2) NOT NULL CHECK (translate(country, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', '') = ''),
    locale text NOT NULL CHECK (lower(left(locale, 3)) = 'en-' AND length(locale) = 5)
);

CREATE TABLE part (
    code varchar(12) PRIMARY KEY CHECK (split_part(code, '-', 1) = 'P' AND code ~ '^[A-Z0-9-]+$'),
    path text NOT NULL CHECK (cardinality(string_to_array(path, '/')) BETWEEN 2 AND 4),
    tags text NOT NULL CHECK (array_length(string_to_array(tags, ','), 1) = 3),
    serial text NOT NULL UNIQUE CHECK (regexp_match(serial, '^[0-9]{8}$') IS NOT NULL),
    digits text NOT NULL CHECK (translate(digits, '0123456789', '') = '' AND length(digits) > 4),
    parent varchar(12) REFERENCES part
);

CREATE TABLE measure (
    part varchar(12) NOT NULL REFERENCES part,
    taken timestamptz NOT NULL,
    direction smallint NOT NULL CHECK (sign(direction) <> 0),
    area double precision NOT NULL CHECK (sqrt(area) < 100),
    x integer NOT NULL,
    y integer NOT NULL,
    whole numeric(10,2) NOT NULL CHECK (whole::int = whole AND sign(whole) = 1),
    PRIMARY KEY (part, taken),
    z smallint NOT NULL,
    price money CHECK (price >= 0::money),
    place point NOT NULL CHECK (place[0] BETWEEN -180 AND 180 AND place[1] BETWEEN -90 AND 90),
    height numeric(3,2) NOT NULL CHECK (height BETWEEN 0.5 AND 2.5),
    weight numeric(4,1) NOT NULL CHECK (weight / (height * height) BETWEEN 15 AND 40),
    CHECK (power(x, 2) + power(y, 2) <= 10000),
    CHECK (z * z >= abs(x))
);

-- Texts that other columns say.
CREATE TABLE repository (
    id integer PRIMARY KEY,
    owner text NOT NULL,
    lower_name varchar(40) NOT NULL,
    name varchar(30) NOT NULL CHECK (name ~ '^[A-Za-z0-9_.-]+$'),
    CHECK (lower(name) = lower_name),
    UNIQUE (owner, lower_name)
);

CREATE TABLE mailbox (
    id integer PRIMARY KEY,
    local_part varchar(40) NOT NULL,
    domain text NOT NULL,
    address text NOT NULL UNIQUE,
    reply_to text,
    forwards boolean NOT NULL,
    CHECK (address = local_part || '@' || domain),
    CHECK (forwards OR reply_to = address)
);

CREATE TABLE bin (
    site varchar(6) NOT NULL,
    aisle smallint NOT NULL CHECK (aisle BETWEEN 1 AND 99),
    shelf integer NOT NULL CHECK (shelf > 0),
    label text NOT NULL UNIQUE,
    short_label varchar(8) NOT NULL CHECK (short_label ~ '^[A-Z]{2}-[0-9]{3}$'),
    letters text NOT NULL,
    number smallint NOT NULL,
    PRIMARY KEY (site, aisle, shelf),
    CHECK (label = site || '-' || lpad(aisle::text, 2, '0') || '/' || shelf),
    CHECK (short_label = concat(letters, '-', lpad(number::text, 3, '0')))
);

CREATE TABLE timesheet (
    id integer PRIMARY KEY,
    hours numeric(5, 2) NOT NULL CHECK (hours BETWEEN 0 AND 80),
    overtime numeric(5, 2) NOT NULL,
    paid numeric(5, 2) NOT NULL,
    CHECK (overtime = GREATEST(hours - 40, 0)),
    CHECK (paid = LEAST(hours, 40) OR paid = 0)
);
