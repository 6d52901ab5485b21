-- CHECK with arithmetic: sums and products below a bound, multiples, remainders, exact sums of parts, shares that make 100, absolute values.
CREATE TABLE sums (
    id integer PRIMARY KEY,
    a  integer NOT NULL,
    b  integer NOT NULL,
    CHECK (a >= 0 AND b >= 0),
    CHECK (a + b <= 100)
);
CREATE TABLE multiples (
    x integer NOT NULL CHECK (x % 5 = 0),
    y bigint CHECK (mod(y, 1000) = 7),
    z integer CHECK (z % 2 <> 0 AND z > 0),
    w numeric(10,2) CHECK (w % 0.25 = 0),
    v integer CHECK (v * 3 BETWEEN 10 AND 100),
    u integer CHECK (-u > 50),
    t integer CHECK (abs(t) <= 12),
    s integer CHECK (s / 10 = 4),
    r integer CHECK ((r & 1) = 0),
    q double precision CHECK (q * q < 2)
);
CREATE TABLE shares (
    sand numeric(5,2) NOT NULL CHECK (sand >= 0),
    silt numeric(5,2) NOT NULL CHECK (silt >= 0),
    clay numeric(5,2) NOT NULL CHECK (clay >= 0),
    CHECK (sand + silt + clay = 100)
);
CREATE TABLE totals (
    net   numeric(10,2) NOT NULL CHECK (net >= 0),
    tax   numeric(10,2) NOT NULL CHECK (tax >= 0),
    gross numeric(11,2) NOT NULL,
    count integer NOT NULL CHECK (count > 0),
    unit  integer NOT NULL CHECK (unit > 0),
    price bigint NOT NULL,
    CHECK (gross = net + tax),
    CHECK (price = count * unit)
);
CREATE TABLE boxes (
    width  integer NOT NULL CHECK (width > 0),
    height integer NOT NULL CHECK (height > 0),
    depth  integer NOT NULL CHECK (depth > 0),
    CHECK (width * height * depth <= 1000000),
    CHECK (width + height + depth < 300),
    CHECK (width <= 2 * height)
);
CREATE TABLE moments (
    day    date NOT NULL CHECK (extract(dow FROM day) BETWEEN 1 AND 5),
    month  date NOT NULL CHECK (month = date_trunc('month', month)::date),
    hour   timestamp NOT NULL CHECK (extract(minute FROM hour) = 0 AND extract(second FROM hour) = 0),
    start  time NOT NULL CHECK (start >= '08:00' AND start < '18:00'),
    stop   time NOT NULL CHECK (stop > start),
    length interval NOT NULL CHECK (length >= interval '5 minutes' AND length <= interval '8 hours'),
    year   integer NOT NULL,
    CHECK (year = extract(year FROM day))
);

-- A tax that is nearly a share of a sum, and what is paid of it.
CREATE TABLE bill (
    id integer PRIMARY KEY, energy numeric(12,2) NOT NULL CHECK (energy >= 0), grid numeric(12,2) NOT NULL CHECK (grid >= 0),
    net numeric(12,2) NOT NULL, tax numeric(12,2) NOT NULL, paid numeric(12,2) NOT NULL CHECK (paid >= 0), refund numeric(12,2),
    CHECK (net = energy + grid), CHECK (abs(tax - net * 0.19) <= 0.01), CHECK (paid <= net), CHECK (refund <= paid)
);

-- Whole numbers above a quotient, nested sets, a calendar by its kind of period, an owner other than oneself.
CREATE TABLE aircraft (
    code  varchar(4) PRIMARY KEY,
    seats smallint NOT NULL CHECK (seats BETWEEN 50 AND 853),
    crew  smallint NOT NULL,
    CHECK (crew >= ceil(seats / 50.0)),
    CHECK (crew <= floor(seats / 10.0))
);
CREATE TABLE page (
    id  integer PRIMARY KEY,
    lft integer NOT NULL UNIQUE,
    rgt integer NOT NULL UNIQUE,
    CHECK (lft < rgt),
    CHECK ((rgt - lft) % 2 = 1)
);
CREATE TABLE pay_period (
    period_start date NOT NULL,
    frequency    text NOT NULL CHECK (frequency IN ('weekly', 'monthly')),
    period_end   date NOT NULL,
    PRIMARY KEY (period_start, frequency),
    CHECK (CASE frequency WHEN 'weekly' THEN period_end = period_start + 6
                          WHEN 'monthly' THEN EXTRACT(day FROM period_start) = 1
                               AND period_end = (period_start + interval '1 month' - interval '1 day')::date END)
);
CREATE TABLE payslip (
    id           integer PRIMARY KEY,
    period_start date NOT NULL,
    frequency    text NOT NULL,
    FOREIGN KEY (period_start, frequency) REFERENCES pay_period
);
CREATE TABLE incident (
    id     uuid PRIMARY KEY,
    parent uuid REFERENCES incident,
    CHECK (parent <> id)
);
