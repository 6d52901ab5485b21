-- Discriminators that refer to a table of kinds, and subtypes that ask for one kind each.

-- The table of kinds lists its own.
CREATE TABLE kind (kind text PRIMARY KEY CHECK (kind IN ('person', 'firm')));
CREATE TABLE party (id int PRIMARY KEY, kind text NOT NULL REFERENCES kind, UNIQUE (id, kind));
CREATE TABLE person (
    id int PRIMARY KEY,
    kind text NOT NULL DEFAULT 'person' CHECK (kind = 'person'),
    born date NOT NULL,
    FOREIGN KEY (id, kind) REFERENCES party (id, kind)
);
CREATE TABLE firm (
    id int PRIMARY KEY,
    kind text GENERATED ALWAYS AS ('firm') STORED,
    name text NOT NULL,
    FOREIGN KEY (id, kind) REFERENCES party (id, kind)
);

-- Only the subtypes say which kinds there are.
CREATE TABLE vehicle_kind (code varchar(10) PRIMARY KEY, label text NOT NULL);
CREATE TABLE vehicle (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    kind varchar(10) NOT NULL REFERENCES vehicle_kind (code),
    bought date NOT NULL,
    UNIQUE (id, kind)
);
CREATE TABLE car (
    id bigint PRIMARY KEY,
    kind varchar(10) NOT NULL CHECK (kind = 'car'),
    doors int NOT NULL CHECK (doors BETWEEN 2 AND 5),
    FOREIGN KEY (id, kind) REFERENCES vehicle (id, kind)
);
CREATE TABLE lorry (
    id bigint PRIMARY KEY,
    kind varchar(10) NOT NULL CHECK (kind = 'lorry'),
    FOREIGN KEY (id, kind) REFERENCES vehicle (id, kind)
);
CREATE TABLE rental (
    id bigint PRIMARY KEY,
    vehicle_id bigint NOT NULL,
    kind varchar(10) NOT NULL CHECK (kind IN ('car', 'van')),
    FOREIGN KEY (vehicle_id, kind) REFERENCES vehicle (id, kind)
);

-- By numbers, as an ORM makes them, and with references that may be NULL.
CREATE TABLE role (id smallint PRIMARY KEY, name text NOT NULL UNIQUE);
CREATE TABLE member (id uuid PRIMARY KEY, role_id smallint NOT NULL REFERENCES role, UNIQUE (id, role_id));
CREATE TABLE admin (
    id uuid PRIMARY KEY,
    role_id smallint NOT NULL DEFAULT 1 CHECK (role_id = 1),
    FOREIGN KEY (id, role_id) REFERENCES member (id, role_id)
);
CREATE TABLE guest (
    id uuid PRIMARY KEY,
    role_id smallint NOT NULL DEFAULT 2 CHECK (role_id = 2),
    FOREIGN KEY (id, role_id) REFERENCES member (id, role_id)
);
CREATE TABLE club (
    id bigserial PRIMARY KEY,
    chair uuid NOT NULL,
    chair_role smallint NOT NULL CHECK (chair_role = 1),
    host uuid,
    host_role smallint CHECK (host_role = 2),
    FOREIGN KEY (chair, chair_role) REFERENCES member (id, role_id),
    FOREIGN KEY (host, host_role) REFERENCES member (id, role_id)
);

-- Tables that refer to the kinds themselves, and ask for different ones.
CREATE TABLE status (code text PRIMARY KEY);
CREATE TABLE invoice (
    id int PRIMARY KEY,
    status text NOT NULL REFERENCES status CHECK (status IN ('open', 'paid', 'void'))
);
CREATE TABLE parcel (
    id int PRIMARY KEY,
    status text NOT NULL REFERENCES status CHECK (status IN ('sent', 'lost', 'open'))
);

-- By labels of a type, and two subtypes of one row.
CREATE TYPE method AS ENUM ('card', 'iban', 'cash', 'paypal');
CREATE TABLE payment_method (code method PRIMARY KEY, is_online boolean NOT NULL, UNIQUE (code, is_online));
CREATE TABLE payment (
    id int PRIMARY KEY,
    method method NOT NULL,
    is_online boolean NOT NULL,
    FOREIGN KEY (method, is_online) REFERENCES payment_method (code, is_online),
    UNIQUE (id, method)
);
CREATE TABLE card_payment (
    id int PRIMARY KEY,
    method method NOT NULL CHECK (method = 'card'),
    FOREIGN KEY (id, method) REFERENCES payment (id, method)
);
CREATE TABLE refund (
    id int PRIMARY KEY,
    payment_id int NOT NULL,
    method method NOT NULL CHECK (method <> 'cash'),
    FOREIGN KEY (payment_id, method) REFERENCES payment (id, method)
);

-- Kinds of which a column says something that others ask for too.
CREATE TABLE step (
    code text PRIMARY KEY CHECK (code IN ('new', 'open', 'hold', 'done', 'void')),
    is_final boolean NOT NULL CHECK (is_final = (code IN ('done', 'void'))),
    UNIQUE (code, is_final)
);
CREATE TABLE reason (
    id int PRIMARY KEY,
    step text NOT NULL,
    is_final boolean NOT NULL CHECK (is_final),
    FOREIGN KEY (step, is_final) REFERENCES step (code, is_final)
);
CREATE TABLE ticket (id int PRIMARY KEY, step text NOT NULL REFERENCES step, UNIQUE (id, step));
CREATE TABLE closed_ticket (
    ticket_id int PRIMARY KEY,
    step text NOT NULL CHECK (step IN ('done', 'void')),
    FOREIGN KEY (ticket_id, step) REFERENCES ticket (id, step)
);
CREATE TABLE transition (
    from_step text NOT NULL,
    from_final boolean NOT NULL CHECK (NOT from_final),
    to_step text NOT NULL REFERENCES step,
    PRIMARY KEY (from_step, to_step),
    CHECK (from_step <> to_step),
    FOREIGN KEY (from_step, from_final) REFERENCES step (code, is_final)
);
