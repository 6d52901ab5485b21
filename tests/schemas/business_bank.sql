-- A bank within a company: accounts of one currency on both sides of a transfer, departments that have their heads among
-- their own, rates between currencies.
CREATE SCHEMA hr; CREATE SCHEMA fin;
CREATE TYPE fin.currency AS ENUM ('EUR','USD','GBP','JPY');
CREATE TABLE hr.department (
    dept_no char(4) PRIMARY KEY CHECK (dept_no ~ '^d[0-9]{3}$'),
    dept_name varchar(40) NOT NULL UNIQUE,
    head_id int,
    parent_no char(4) REFERENCES hr.department CHECK (parent_no <> dept_no)
);
CREATE TABLE hr.employee (
    emp_no int PRIMARY KEY,
    birth_date date NOT NULL,
    first_name varchar(14) NOT NULL,
    last_name varchar(16) NOT NULL,
    gender char(1) NOT NULL CHECK (gender IN ('M','F')),
    hire_date date NOT NULL,
    leave_date date,
    ssn char(11) UNIQUE CHECK (ssn ~ '^\d{3}-\d{2}-\d{4}$'),
    dept_no char(4) NOT NULL REFERENCES hr.department,
    UNIQUE (dept_no, emp_no),
    CHECK (hire_date >= birth_date + interval '16 years'),
    CHECK (leave_date IS NULL OR leave_date > hire_date),
    CHECK (birth_date > '1930-01-01' AND hire_date < '2025-01-01')
);
ALTER TABLE hr.department ADD CONSTRAINT head FOREIGN KEY (dept_no, head_id) REFERENCES hr.employee (dept_no, emp_no);
CREATE TABLE hr.salary (
    emp_no int REFERENCES hr.employee ON DELETE CASCADE,
    from_date date NOT NULL,
    to_date date NOT NULL,
    amount int NOT NULL CHECK (amount % 100 = 0 AND amount BETWEEN 30000 AND 200000),
    PRIMARY KEY (emp_no, from_date),
    UNIQUE (emp_no, to_date),
    CHECK (to_date > from_date)
);
CREATE TABLE fin.account (
    iban varchar(34) PRIMARY KEY CHECK (iban ~ '^[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}$'),
    currency fin.currency NOT NULL,
    balance numeric(18,4) NOT NULL DEFAULT 0,
    overdraft numeric(18,4) NOT NULL CHECK (overdraft >= 0),
    kind text NOT NULL,
    holder int REFERENCES hr.employee,
    CHECK (balance >= -overdraft),
    CHECK (kind = ANY (ARRAY['current','savings','loan'])),
    CHECK (kind <> 'savings' OR overdraft = 0),
    CHECK (kind = 'loan' AND balance <= 0 OR kind <> 'loan'),
    UNIQUE (iban, currency)
);
CREATE TABLE fin.transfer (
    id uuid PRIMARY KEY DEFAULT gen_random_uuid(),
    source varchar(34) NOT NULL,
    target varchar(34) NOT NULL,
    currency fin.currency NOT NULL,
    amount numeric(18,4) NOT NULL CHECK (amount > 0),
    fee numeric(18,4) GENERATED ALWAYS AS (round(amount * 0.0025, 4)) STORED,
    booked_at timestamptz NOT NULL,
    value_date date NOT NULL,
    FOREIGN KEY (source, currency) REFERENCES fin.account (iban, currency),
    FOREIGN KEY (target, currency) REFERENCES fin.account (iban, currency),
    CHECK (source <> target),
    CHECK (value_date >= booked_at::date)
);
CREATE TABLE fin.rate (
    base fin.currency,
    quote fin.currency,
    day date,
    rate numeric(14,6) NOT NULL CHECK (rate > 0),
    PRIMARY KEY (base, quote, day),
    CHECK (base <> quote)
);
CREATE TABLE fin.budget (
    dept_no char(4) REFERENCES hr.department,
    fiscal_year smallint CHECK (fiscal_year BETWEEN 2000 AND 2050),
    quarter smallint CHECK (quarter IN (1,2,3,4)),
    planned numeric(12,2) NOT NULL,
    actual numeric(12,2),
    PRIMARY KEY (dept_no, fiscal_year, quarter),
    CHECK (actual IS NULL OR actual <= planned * 1.2),
    CHECK (planned >= 1000)
);
