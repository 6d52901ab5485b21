-- Domains over domains with checks, not null, defaults and patterns; domains as keys, references, array elements; arrays as domains.
CREATE DOMAIN positive AS integer CHECK (VALUE > 0);
CREATE DOMAIN percent AS positive CHECK (VALUE <= 100);
CREATE DOMAIN even_percent AS percent CHECK (VALUE % 2 = 0);
CREATE DOMAIN required_text AS text NOT NULL CHECK (VALUE <> '');
CREATE DOMAIN email AS varchar(80) CHECK (VALUE LIKE '%_@_%');
CREATE DOMAIN work_email AS email CONSTRAINT no_free_mail CHECK (VALUE NOT LIKE '%@gmail.%');
CREATE DOMAIN grade AS char(1) DEFAULT 'C' CHECK (VALUE IN ('A', 'B', 'C', 'D', 'F'));
CREATE DOMAIN past AS date CHECK (VALUE BETWEEN '1950-01-01' AND '2020-12-31');
CREATE DOMAIN rgb AS integer[] CHECK (cardinality(VALUE) = 3 AND 0 <= ALL (VALUE) AND 255 >= ALL (VALUE));
CREATE DOMAIN customer_no AS varchar(8) CHECK (VALUE ~ '^K[0-9]{6}$');
CREATE DOMAIN money_amount AS numeric(12,2) CHECK (VALUE >= 0.01);
CREATE TABLE customers (
    no    customer_no PRIMARY KEY,
    name  required_text,
    mail  work_email UNIQUE,
    share percent NOT NULL,
    even  even_percent,
    grade grade,
    born  past NOT NULL
);
CREATE TABLE purchases (
    id       positive PRIMARY KEY,
    customer customer_no NOT NULL REFERENCES customers,
    amount   money_amount NOT NULL CHECK (amount < 1000),
    color    rgb,
    scores   percent[],
    seen     past
);

-- Comparisons cast the whole of GREATEST, not each of its arguments.
CREATE TABLE candles (
    id serial PRIMARY KEY,
    "open" money_amount NOT NULL, high money_amount NOT NULL, low money_amount NOT NULL, "close" money_amount NOT NULL,
    CHECK (high >= GREATEST("open", "close", low)), CHECK (low <= LEAST("open", "close", high))
);
