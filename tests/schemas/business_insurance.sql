-- An insurer: what kind of thing is insured is decided two tables further up, sums depend on the kind by CASE,
-- and every account has a main contact of its own.
CREATE TYPE branch AS ENUM ('motor', 'home', 'life');
CREATE TABLE account (
    id integer PRIMARY KEY,
    name text NOT NULL CHECK (length(btrim(name)) > 0),
    main_contact integer NOT NULL,
    deputy integer,
    CHECK (deputy <> main_contact)
);
CREATE TABLE contact (
    account_id integer NOT NULL REFERENCES account,
    id integer NOT NULL,
    email text NOT NULL CHECK (email LIKE '%_@_%'),
    phone varchar(20),
    CONSTRAINT reachable CHECK (phone IS NOT NULL),
    PRIMARY KEY (account_id, id)
);
ALTER TABLE account
    ADD FOREIGN KEY (id, main_contact) REFERENCES contact (account_id, id) DEFERRABLE INITIALLY DEFERRED,
    ADD FOREIGN KEY (id, deputy) REFERENCES contact (account_id, id) DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE product (
    code varchar(8) PRIMARY KEY CHECK (code ~ '^[A-Z]{2}-[0-9]{1,5}$'),
    kind branch NOT NULL,
    premium numeric(9,2) NOT NULL,
    excess numeric(9,2) NOT NULL DEFAULT 0,
    features integer NOT NULL CHECK (features & ~255 = 0),
    CHECK (premium >= CASE kind WHEN 'life' THEN 10 WHEN 'home' THEN 50 ELSE 200 END),
    CHECK (excess = CASE WHEN kind = 'life' THEN 0 ELSE excess END AND excess BETWEEN 0 AND 5000),
    UNIQUE (code, kind)
);
CREATE TABLE policy (
    number bigint PRIMARY KEY,
    account_id integer REFERENCES account,
    product varchar(8) NOT NULL,
    kind branch NOT NULL,
    valid daterange NOT NULL CHECK (NOT isempty(valid)),
    broker_id integer,
    FOREIGN KEY (product, kind) REFERENCES product (code, kind),
    CONSTRAINT account_given CHECK (account_id IS NOT NULL) NOT VALID,
    UNIQUE (number, kind)
);
CREATE TABLE vehicle (
    vin char(17) PRIMARY KEY CHECK (vin ~ '^[A-HJ-NPR-Z0-9]{17}$'),
    policy_number bigint NOT NULL,
    kind branch NOT NULL DEFAULT 'motor' CHECK (kind = 'motor'),
    seats smallint NOT NULL CHECK (seats BETWEEN 1 AND 60),
    weight integer NOT NULL CHECK (weight <= CASE WHEN seats > 9 THEN 24000 ELSE 3500 END AND weight > 100),
    FOREIGN KEY (policy_number, kind) REFERENCES policy (number, kind) ON DELETE CASCADE
);
CREATE TABLE dwelling (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    policy_number bigint NOT NULL,
    kind branch NOT NULL CHECK (kind = 'home'),
    built smallint NOT NULL CHECK (built BETWEEN 1500 AND 2100),
    floor_area numeric(7,1) NOT NULL CHECK (floor_area > 0),
    FOREIGN KEY (policy_number, kind) REFERENCES policy (number, kind)
);
CREATE TABLE claim (
    id bigint PRIMARY KEY,
    policy_number bigint NOT NULL REFERENCES policy,
    reported date NOT NULL,
    happened date NOT NULL,
    amount numeric(12,2) NOT NULL,
    reserve numeric(12,2) NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'paid', 'refused')),
    paid numeric(12,2),
    CHECK (happened <= reported AND reported - happened <= 730),
    CHECK (amount > 0),
    CHECK (reserve = CASE state WHEN 'open' THEN amount ELSE 0 END),
    CHECK (paid <= CASE WHEN state = 'paid' THEN amount ELSE 0 END),
    CHECK ((state = 'paid') = (paid IS NOT NULL))
);
CREATE TABLE booking (
    id bigint PRIMARY KEY,
    claim_id bigint NOT NULL REFERENCES claim,
    side text NOT NULL CHECK (side IN ('debit', 'credit')),
    amount numeric(12,2) NOT NULL CHECK (amount > 0),
    signed numeric(12,2) NOT NULL,
    CHECK (signed = CASE WHEN side = 'debit' THEN - amount ELSE amount END),
    CHECK (sign(signed) = CASE side WHEN 'debit' THEN -1 ELSE 1 END)
);
