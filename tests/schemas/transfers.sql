-- Both sides of a row agree in a tenant, and in a currency for which there is no table.
CREATE TYPE state AS ENUM ('open', 'frozen', 'closed');
CREATE TABLE tenant (id int PRIMARY KEY, name text NOT NULL);
CREATE TABLE account (
    tenant_id int NOT NULL REFERENCES tenant,
    number int NOT NULL,
    currency char(3) NOT NULL CHECK (currency IN ('EUR', 'USD', 'XAU')),
    state state NOT NULL,
    kind text NOT NULL CHECK (kind IN ('cash', 'stock', 'loan')),
    CHECK (kind <> 'loan' OR currency = 'EUR'),
    PRIMARY KEY (tenant_id, number),
    UNIQUE (tenant_id, number, currency),
    UNIQUE (tenant_id, number, currency, state)
);
CREATE TABLE transfer (
    id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    source int NOT NULL,
    target int NOT NULL,
    fee int,
    currency char(3) NOT NULL,
    amount numeric(12, 2) NOT NULL CHECK (amount > 0),
    CHECK (source <> target),
    FOREIGN KEY (tenant_id, source, currency) REFERENCES account (tenant_id, number, currency),
    FOREIGN KEY (tenant_id, target, currency) REFERENCES account (tenant_id, number, currency),
    FOREIGN KEY (tenant_id, fee, currency) REFERENCES account (tenant_id, number, currency)
);
CREATE TABLE merger (
    id bigint PRIMARY KEY,
    tenant_id int NOT NULL,
    one int NOT NULL,
    other int NOT NULL,
    currency char(3) NOT NULL CHECK (currency <> 'XAU'),
    state state NOT NULL CHECK (state <> 'closed'),
    CHECK (one < other),
    FOREIGN KEY (tenant_id, one, currency, state) REFERENCES account (tenant_id, number, currency, state),
    FOREIGN KEY (tenant_id, other, currency, state) REFERENCES account (tenant_id, number, currency, state)
);

-- With keys that are no numbers, and a subtype of the accounts.
CREATE TABLE bank (id uuid PRIMARY KEY);
CREATE TABLE book (
    bank_id uuid NOT NULL REFERENCES bank,
    id uuid NOT NULL,
    currency text NOT NULL CHECK (currency IN ('EUR', 'USD')),
    kind text NOT NULL CHECK (kind IN ('cash', 'stock', 'loan')),
    CHECK (kind <> 'loan' OR currency = 'EUR'),
    PRIMARY KEY (bank_id, id),
    UNIQUE (bank_id, id, currency),
    UNIQUE (bank_id, id, currency, kind)
);
CREATE TABLE loan (
    bank_id uuid NOT NULL,
    id uuid NOT NULL,
    currency text NOT NULL,
    kind text NOT NULL CHECK (kind = 'loan'),
    rate numeric(5, 3) NOT NULL CHECK (rate BETWEEN 0 AND 30),
    PRIMARY KEY (bank_id, id),
    FOREIGN KEY (bank_id, id, currency, kind) REFERENCES book (bank_id, id, currency, kind)
);
CREATE TABLE entry (
    bank_id uuid NOT NULL,
    number bigint NOT NULL,
    debit uuid NOT NULL,
    credit uuid NOT NULL,
    currency text NOT NULL,
    amount numeric(12, 2) NOT NULL CHECK (amount > 0),
    PRIMARY KEY (bank_id, number),
    CHECK (debit <> credit),
    FOREIGN KEY (bank_id, debit, currency) REFERENCES book (bank_id, id, currency),
    FOREIGN KEY (bank_id, credit, currency) REFERENCES book (bank_id, id, currency)
);

-- A customer and a plan of one tenant and one currency, of two tables.
CREATE TABLE customer (
    tenant_id int NOT NULL REFERENCES tenant,
    no int NOT NULL,
    currency char(3) NOT NULL CHECK (currency IN ('EUR', 'USD', 'GBP')),
    PRIMARY KEY (tenant_id, no),
    UNIQUE (tenant_id, no, currency)
);
CREATE TABLE plan (
    tenant_id int NOT NULL REFERENCES tenant,
    id int NOT NULL,
    sku varchar(20) NOT NULL,
    currency char(3) NOT NULL CHECK (currency IN ('USD', 'GBP', 'EUR', 'JPY')),
    PRIMARY KEY (tenant_id, id),
    UNIQUE (tenant_id, id, currency),
    UNIQUE (tenant_id, id, sku)
);
CREATE TABLE subscription (
    tenant_id int NOT NULL,
    id bigint NOT NULL,
    customer_no int NOT NULL,
    plan_id int NOT NULL,
    sku varchar(20) NOT NULL,
    currency char(3) NOT NULL,
    PRIMARY KEY (tenant_id, id),
    FOREIGN KEY (tenant_id, customer_no, currency) REFERENCES customer (tenant_id, no, currency),
    FOREIGN KEY (tenant_id, plan_id, currency) REFERENCES plan (tenant_id, id, currency),
    FOREIGN KEY (tenant_id, plan_id, sku) REFERENCES plan (tenant_id, id, sku)
);
