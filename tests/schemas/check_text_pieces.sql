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
