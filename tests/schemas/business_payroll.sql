-- Payroll: employees and departments in a cycle, salary bands, contracts that do not overlap, payslips whose net is computed, unique months.
CREATE EXTENSION btree_gist;
CREATE DOMAIN iban AS varchar(34) CHECK (VALUE ~ '^[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}$');
CREATE DOMAIN percentage AS numeric(5,2) CHECK (VALUE BETWEEN 0 AND 100);
CREATE TABLE department (
    id      smallint PRIMARY KEY,
    name    text NOT NULL UNIQUE,
    manager integer NOT NULL
);
CREATE TABLE grade (
    code char(2) PRIMARY KEY,
    low  numeric(9,2) NOT NULL CHECK (low >= 1000),
    high numeric(9,2) NOT NULL,
    CHECK (high > low)
);
CREATE TABLE employee (
    id         integer PRIMARY KEY,
    department smallint NOT NULL REFERENCES department DEFERRABLE,
    boss       integer REFERENCES employee,
    iban       iban NOT NULL UNIQUE,
    born       date NOT NULL,
    hired      date NOT NULL,
    fired      date,
    CHECK (born < hired),
    CHECK (hired <= fired),
    CHECK (boss <> id)
);
ALTER TABLE department ADD FOREIGN KEY (manager) REFERENCES employee DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE contract (
    employee_id integer NOT NULL REFERENCES employee,
    during      daterange NOT NULL,
    grade       char(2) NOT NULL REFERENCES grade,
    salary      numeric(9,2) NOT NULL CHECK (salary > 0),
    hours       numeric(3,1) NOT NULL CHECK (hours BETWEEN 0.5 AND 48),
    EXCLUDE USING gist (employee_id WITH =, during WITH &&)
);
CREATE TABLE payslip (
    employee_id integer NOT NULL REFERENCES employee,
    year        smallint NOT NULL CHECK (year BETWEEN 2000 AND 2099),
    month       smallint NOT NULL CHECK (month BETWEEN 1 AND 12),
    gross       numeric(10,2) NOT NULL CHECK (gross >= 0),
    tax         numeric(10,2) NOT NULL CHECK (tax >= 0),
    social      numeric(10,2) NOT NULL CHECK (social >= 0),
    net         numeric(11,2) NOT NULL GENERATED ALWAYS AS (gross - tax - social) STORED,
    PRIMARY KEY (employee_id, year, month),
    CHECK (tax + social <= gross)
);
CREATE TABLE deduction (
    employee_id integer NOT NULL,
    year        smallint NOT NULL,
    month       smallint NOT NULL,
    kind        char(1) NOT NULL CHECK (kind IN ('P', 'U', 'L')),
    share       percentage NOT NULL,
    PRIMARY KEY (employee_id, year, month, kind),
    FOREIGN KEY (employee_id, year, month) REFERENCES payslip
);
CREATE TABLE absence (
    employee_id integer NOT NULL REFERENCES employee,
    day         date NOT NULL CHECK (extract(isodow FROM day) < 6),
    half        boolean NOT NULL,
    PRIMARY KEY (employee_id, day, half)
);
