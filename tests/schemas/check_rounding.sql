-- Amounts that are rounded, truths that are counted, bits of numbers, ages of moments.

CREATE TABLE invoice_line (
    id integer PRIMARY KEY,
    total numeric(14,2) NOT NULL,
    quantity integer NOT NULL CHECK (quantity > 0),
    unit_price numeric(10,2) NOT NULL CHECK (unit_price >= 0),
    discount numeric(4,3) NOT NULL CHECK (discount BETWEEN 0 AND 1),
    tax_rate numeric(5,2) NOT NULL CHECK (tax_rate BETWEEN 0 AND 25),
    tax numeric(14,2) NOT NULL,
    CHECK (total = round(quantity * unit_price * (1 - discount), 2)),
    CHECK (tax = round(total * tax_rate / 100, 2))
);

CREATE TABLE receipt (
    id integer PRIMARY KEY,
    gross numeric(12,2) NOT NULL CHECK (gross > 0),
    vat numeric(12,2) NOT NULL,
    net numeric(12,2) NOT NULL,
    tip numeric(10,2),
    exact numeric(12,4) NOT NULL,
    shown numeric(12,2) NOT NULL,
    CHECK (vat = round(net * 0.19, 2)),
    CHECK (gross = net + vat),
    CHECK (tip <= round(gross * 0.2, 2)),
    CHECK (round(exact, 2) = shown)
);

CREATE TABLE score (
    id integer PRIMARY KEY,
    points integer NOT NULL CHECK (points BETWEEN 0 AND 500),
    most integer NOT NULL CHECK (most BETWEEN 1 AND 1000),
    percent numeric(6,2) NOT NULL,
    ratio numeric(8,2) NOT NULL CHECK (ratio > 0),
    base numeric(8,2) NOT NULL,
    CHECK (percent = round(points::numeric * 100 / most, 2)),
    CHECK (ratio / nullif(base, 0) < 2)
);

CREATE TABLE setting (
    id integer PRIMARY KEY,
    is_default boolean NOT NULL,
    is_override boolean NOT NULL,
    is_draft boolean,
    flags integer NOT NULL CHECK (flags & 1 = 0),
    rights bigint NOT NULL CHECK (rights & 6 <> 0 AND rights & 8 = 8),
    serial bigint NOT NULL CHECK (serial < 2 ^ 53),
    CHECK (is_default::int + is_override::int = 1),
    CHECK (coalesce(is_draft::int, 0) + is_override::int <= 1)
);

CREATE TABLE employee (
    id integer PRIMARY KEY,
    born date NOT NULL CHECK (born >= make_date(1950, 1, 1)),
    hired date NOT NULL,
    left_on date,
    address inet NOT NULL CHECK (family(address) = 4),
    CHECK (age(hired, born) >= interval '16 years'),
    CHECK (age(left_on, hired) < interval '40 years 6 months'),
    CHECK (left_on > hired)
);
