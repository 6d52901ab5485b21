-- An ERP in the style of the well-known Python one: every table has create_uid/write_uid,
-- translated names are jsonb, many2many relations are *_rel tables, states are varchar.

CREATE TABLE res_currency (
    id serial PRIMARY KEY,
    name varchar(3) NOT NULL,
    symbol varchar NOT NULL,
    decimal_places integer DEFAULT 2,
    rounding numeric DEFAULT 0.01,
    "position" varchar DEFAULT 'after',
    active boolean DEFAULT true,
    create_uid integer,
    create_date timestamp,
    write_uid integer,
    write_date timestamp,
    CONSTRAINT res_currency_unique_name UNIQUE (name),
    CONSTRAINT res_currency_rounding_gt_zero CHECK (rounding > 0),
    CONSTRAINT res_currency_position CHECK ("position" IN ('before', 'after'))
);
COMMENT ON COLUMN res_currency.name IS 'Currency (ISO 4217)';

CREATE TABLE res_country (
    id serial PRIMARY KEY,
    code varchar(2) NOT NULL,
    name jsonb NOT NULL CHECK (jsonb_typeof(name) = 'object'),
    currency_id integer REFERENCES res_currency (id) ON DELETE SET NULL,
    phone_code integer,
    zip_required boolean DEFAULT true,
    state_required boolean DEFAULT false,
    address_format text,
    CONSTRAINT res_country_code_uniq UNIQUE (code),
    CONSTRAINT res_country_code_upper CHECK (code ~ '^[A-Z]{2}$')
);

CREATE TABLE res_country_state (
    id serial PRIMARY KEY,
    country_id integer NOT NULL REFERENCES res_country (id) ON DELETE RESTRICT,
    name varchar NOT NULL,
    code varchar NOT NULL,
    CONSTRAINT res_country_state_name_code_uniq UNIQUE (country_id, code)
);

CREATE TABLE res_partner (
    id serial PRIMARY KEY,
    company_id integer,
    create_uid integer,
    write_uid integer,
    create_date timestamp DEFAULT (now() AT TIME ZONE 'UTC'),
    write_date timestamp,
    name varchar,
    display_name varchar,
    parent_id integer REFERENCES res_partner (id) ON DELETE SET NULL,
    commercial_partner_id integer REFERENCES res_partner (id) ON DELETE SET NULL,
    user_id integer,
    ref varchar,
    lang varchar CHECK (lang ~ '^[a-z]{2,3}(_[A-Z]{2})?$'),
    tz varchar,
    vat varchar,
    company_registry varchar,
    website varchar,
    function varchar,
    type varchar DEFAULT 'contact',
    street varchar,
    street2 varchar,
    zip varchar,
    city varchar,
    state_id integer REFERENCES res_country_state (id) ON DELETE RESTRICT,
    country_id integer REFERENCES res_country (id) ON DELETE RESTRICT,
    email varchar,
    email_normalized varchar,
    phone varchar,
    mobile varchar,
    color integer,
    partner_latitude numeric(10,7),
    partner_longitude numeric(10,7),
    active boolean DEFAULT true,
    is_company boolean DEFAULT false,
    employee boolean,
    customer_rank integer DEFAULT 0,
    supplier_rank integer DEFAULT 0,
    debit_limit numeric,
    invoice_warn varchar,
    CONSTRAINT res_partner_check_name CHECK ((type = 'contact' AND name IS NOT NULL) OR type <> 'contact'),
    CONSTRAINT res_partner_type CHECK (type IN ('contact', 'invoice', 'delivery', 'other', 'private')),
    CONSTRAINT res_partner_color CHECK (color BETWEEN 0 AND 11),
    CONSTRAINT res_partner_lat CHECK (partner_latitude BETWEEN -90 AND 90),
    CONSTRAINT res_partner_lon CHECK (partner_longitude BETWEEN -180 AND 180),
    CONSTRAINT res_partner_ranks CHECK (customer_rank >= 0 AND supplier_rank >= 0)
);
CREATE INDEX res_partner_parent_id_index ON res_partner (parent_id);
CREATE INDEX res_partner_vat_index ON res_partner (vat) WHERE vat IS NOT NULL;

CREATE TABLE res_company (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    partner_id integer NOT NULL REFERENCES res_partner (id) ON DELETE RESTRICT,
    currency_id integer NOT NULL REFERENCES res_currency (id) ON DELETE RESTRICT,
    parent_id integer REFERENCES res_company (id) ON DELETE SET NULL,
    parent_path varchar,
    sequence integer DEFAULT 10,
    create_uid integer,
    write_uid integer,
    create_date timestamp,
    write_date timestamp,
    fiscalyear_last_day integer NOT NULL DEFAULT 31 CHECK (fiscalyear_last_day BETWEEN 1 AND 31),
    fiscalyear_last_month varchar NOT NULL DEFAULT '12',
    fiscalyear_lock_date date,
    period_lock_date date,
    tax_lock_date date,
    transfer_account_id integer,
    currency_exchange_journal_id integer,
    account_fiscal_country_id integer REFERENCES res_country (id) ON DELETE SET NULL,
    anglo_saxon_accounting boolean DEFAULT false,
    CONSTRAINT res_company_name_uniq UNIQUE (name),
    CONSTRAINT res_company_month CHECK (fiscalyear_last_month IN ('1','2','3','4','5','6','7','8','9','10','11','12')),
    CONSTRAINT res_company_fy_day CHECK (fiscalyear_last_day <= CASE fiscalyear_last_month WHEN '2' THEN 29 WHEN '4' THEN 30 WHEN '6' THEN 30 WHEN '9' THEN 30 WHEN '11' THEN 30 ELSE 31 END)
);
ALTER TABLE res_partner ADD CONSTRAINT res_partner_company_id_fkey FOREIGN KEY (company_id) REFERENCES res_company (id) ON DELETE SET NULL;

CREATE TABLE res_users (
    id serial PRIMARY KEY,
    company_id integer NOT NULL REFERENCES res_company (id) ON DELETE RESTRICT,
    partner_id integer NOT NULL REFERENCES res_partner (id) ON DELETE RESTRICT,
    login varchar NOT NULL,
    password varchar,
    active boolean DEFAULT true,
    signature text,
    share boolean,
    notification_type varchar NOT NULL DEFAULT 'email',
    totp_secret varchar,
    karma integer DEFAULT 0,
    create_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    write_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    create_date timestamp DEFAULT (now() AT TIME ZONE 'UTC'),
    write_date timestamp,
    CONSTRAINT res_users_login_key UNIQUE (login),
    CONSTRAINT res_users_notification_type CHECK (notification_type = 'email' OR NOT share)
);
ALTER TABLE res_partner
    ADD CONSTRAINT res_partner_user_id_fkey FOREIGN KEY (user_id) REFERENCES res_users (id) ON DELETE SET NULL,
    ADD CONSTRAINT res_partner_create_uid_fkey FOREIGN KEY (create_uid) REFERENCES res_users (id) ON DELETE SET NULL,
    ADD CONSTRAINT res_partner_write_uid_fkey FOREIGN KEY (write_uid) REFERENCES res_users (id) ON DELETE SET NULL;
ALTER TABLE res_company
    ADD CONSTRAINT res_company_create_uid_fkey FOREIGN KEY (create_uid) REFERENCES res_users (id) ON DELETE SET NULL,
    ADD CONSTRAINT res_company_write_uid_fkey FOREIGN KEY (write_uid) REFERENCES res_users (id) ON DELETE SET NULL;
ALTER TABLE res_currency
    ADD CONSTRAINT res_currency_create_uid_fkey FOREIGN KEY (create_uid) REFERENCES res_users (id) ON DELETE SET NULL,
    ADD CONSTRAINT res_currency_write_uid_fkey FOREIGN KEY (write_uid) REFERENCES res_users (id) ON DELETE SET NULL;

CREATE TABLE res_company_users_rel (
    cid integer NOT NULL REFERENCES res_company (id) ON DELETE CASCADE,
    user_id integer NOT NULL REFERENCES res_users (id) ON DELETE CASCADE,
    PRIMARY KEY (cid, user_id)
);
CREATE INDEX ON res_company_users_rel (user_id, cid);

CREATE TABLE uom_category (
    id serial PRIMARY KEY,
    name jsonb NOT NULL
);

CREATE TABLE uom_uom (
    id serial PRIMARY KEY,
    name jsonb NOT NULL,
    category_id integer NOT NULL REFERENCES uom_category (id) ON DELETE RESTRICT,
    uom_type varchar NOT NULL DEFAULT 'reference',
    factor numeric NOT NULL DEFAULT 1.0,
    rounding numeric NOT NULL DEFAULT 0.01,
    active boolean DEFAULT true,
    CONSTRAINT uom_uom_factor_gt_zero CHECK (factor <> 0),
    CONSTRAINT uom_uom_rounding_gt_zero CHECK (rounding > 0),
    CONSTRAINT uom_uom_factor_reference_is_one CHECK ((uom_type = 'reference' AND factor = 1.0) OR (uom_type <> 'reference'))
);

CREATE TABLE product_category (
    id serial PRIMARY KEY,
    parent_id integer REFERENCES product_category (id) ON DELETE CASCADE,
    name varchar NOT NULL,
    complete_name varchar,
    parent_path varchar CHECK (parent_path ~ '^([0-9]+/)+$'),
    removal_strategy_id integer,
    create_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    create_date timestamp
);

CREATE TABLE product_template (
    id serial PRIMARY KEY,
    sequence integer DEFAULT 1,
    name jsonb NOT NULL CHECK (name ? 'en_US'),
    description_sale jsonb,
    detailed_type varchar NOT NULL DEFAULT 'consu',
    type varchar,
    categ_id integer NOT NULL REFERENCES product_category (id) ON DELETE RESTRICT,
    uom_id integer NOT NULL REFERENCES uom_uom (id) ON DELETE RESTRICT,
    uom_po_id integer NOT NULL REFERENCES uom_uom (id) ON DELETE RESTRICT,
    company_id integer REFERENCES res_company (id) ON DELETE SET NULL,
    list_price numeric DEFAULT 1.0,
    volume numeric,
    weight numeric CHECK (weight >= 0),
    sale_ok boolean DEFAULT true,
    purchase_ok boolean DEFAULT true,
    tracking varchar NOT NULL DEFAULT 'none' CHECK (tracking IN ('serial', 'lot', 'none')),
    invoice_policy varchar CHECK (invoice_policy IN ('order', 'delivery')),
    sale_delay double precision DEFAULT 0,
    default_code varchar,
    active boolean DEFAULT true,
    create_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    write_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    create_date timestamp,
    write_date timestamp,
    CONSTRAINT product_template_detailed_type CHECK (detailed_type IN ('consu', 'service', 'product')),
    CONSTRAINT product_template_service_not_tracked CHECK (detailed_type = 'product' OR tracking = 'none')
);

CREATE TABLE product_product (
    id serial PRIMARY KEY,
    product_tmpl_id integer NOT NULL REFERENCES product_template (id) ON DELETE CASCADE,
    default_code varchar,
    barcode varchar,
    combination_indices varchar,
    volume numeric,
    weight numeric,
    active boolean DEFAULT true,
    create_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    write_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    create_date timestamp,
    write_date timestamp,
    CONSTRAINT product_product_barcode_format CHECK (barcode ~ '^[0-9]{8}$|^[0-9]{12,14}$')
);
CREATE UNIQUE INDEX product_product_combination_unique ON product_product (product_tmpl_id, combination_indices) WHERE active IS TRUE;
CREATE UNIQUE INDEX product_product_barcode_uniq ON product_product (barcode) WHERE barcode IS NOT NULL;

CREATE TABLE account_account (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    code varchar(64) NOT NULL,
    company_id integer NOT NULL REFERENCES res_company (id) ON DELETE RESTRICT,
    currency_id integer REFERENCES res_currency (id) ON DELETE SET NULL,
    account_type varchar NOT NULL,
    internal_group varchar GENERATED ALWAYS AS (split_part(account_type, '_', 1)) STORED,
    deprecated boolean DEFAULT false,
    reconcile boolean DEFAULT false,
    note text,
    non_trade boolean DEFAULT false,
    CONSTRAINT account_account_code_company_uniq UNIQUE (code, company_id),
    CONSTRAINT account_account_code_chars CHECK (code ~ '^[A-Za-z0-9.]+$'),
    CONSTRAINT account_account_type CHECK (account_type IN ('asset_receivable', 'asset_cash', 'asset_current', 'asset_fixed', 'liability_payable', 'liability_credit_card', 'liability_current', 'equity', 'equity_unaffected', 'income', 'income_other', 'expense', 'expense_depreciation', 'expense_direct_cost', 'off_balance')),
    CONSTRAINT account_account_reconcile CHECK (account_type NOT IN ('asset_receivable', 'liability_payable') OR reconcile)
);
CREATE UNIQUE INDEX account_account_unaffected_uniq ON account_account (company_id) WHERE account_type = 'equity_unaffected';

CREATE TABLE account_journal (
    id serial PRIMARY KEY,
    name jsonb NOT NULL,
    code varchar(5) NOT NULL,
    type varchar NOT NULL CHECK (type IN ('sale', 'purchase', 'cash', 'bank', 'general')),
    company_id integer NOT NULL REFERENCES res_company (id) ON DELETE RESTRICT,
    currency_id integer REFERENCES res_currency (id) ON DELETE SET NULL,
    default_account_id integer REFERENCES account_account (id) ON DELETE RESTRICT,
    suspense_account_id integer REFERENCES account_account (id) ON DELETE RESTRICT,
    profit_account_id integer REFERENCES account_account (id) ON DELETE SET NULL,
    loss_account_id integer REFERENCES account_account (id) ON DELETE SET NULL,
    restrict_mode_hash_table boolean DEFAULT false,
    refund_sequence boolean,
    sequence integer DEFAULT 10,
    color integer,
    active boolean DEFAULT true,
    CONSTRAINT account_journal_code_company_uniq UNIQUE (company_id, code),
    CONSTRAINT account_journal_liquidity_account CHECK (type NOT IN ('bank', 'cash') OR default_account_id IS NOT NULL)
);
ALTER TABLE res_company
    ADD CONSTRAINT res_company_transfer_account_id_fkey FOREIGN KEY (transfer_account_id) REFERENCES account_account (id) ON DELETE SET NULL,
    ADD CONSTRAINT res_company_exchange_journal_fkey FOREIGN KEY (currency_exchange_journal_id) REFERENCES account_journal (id) ON DELETE SET NULL;

CREATE TABLE account_tax (
    id serial PRIMARY KEY,
    name jsonb NOT NULL,
    company_id integer NOT NULL REFERENCES res_company (id) ON DELETE RESTRICT,
    country_id integer NOT NULL REFERENCES res_country (id) ON DELETE RESTRICT,
    type_tax_use varchar NOT NULL DEFAULT 'sale' CHECK (type_tax_use IN ('sale', 'purchase', 'none')),
    tax_scope varchar CHECK (tax_scope IN ('service', 'consu')),
    amount_type varchar NOT NULL DEFAULT 'percent' CHECK (amount_type IN ('group', 'fixed', 'percent', 'division')),
    amount numeric(16,4) NOT NULL,
    price_include boolean DEFAULT false,
    tax_exigibility varchar DEFAULT 'on_invoice',
    cash_basis_transition_account_id integer REFERENCES account_account (id) ON DELETE RESTRICT,
    sequence integer NOT NULL DEFAULT 1,
    active boolean DEFAULT true,
    CONSTRAINT account_tax_name_company_uniq UNIQUE (name, company_id, type_tax_use, tax_scope, country_id),
    CONSTRAINT account_tax_division CHECK (amount_type <> 'division' OR amount < 100),
    CONSTRAINT account_tax_cash_basis CHECK (tax_exigibility <> 'on_payment' OR cash_basis_transition_account_id IS NOT NULL)
);

CREATE TABLE account_move (
    id serial PRIMARY KEY,
    sequence_prefix varchar,
    sequence_number integer,
    name varchar,
    ref varchar,
    date date NOT NULL,
    state varchar NOT NULL DEFAULT 'draft',
    move_type varchar NOT NULL DEFAULT 'entry',
    auto_post varchar NOT NULL DEFAULT 'no',
    auto_post_until date,
    to_check boolean DEFAULT false,
    journal_id integer NOT NULL REFERENCES account_journal (id) ON DELETE RESTRICT,
    company_id integer REFERENCES res_company (id) ON DELETE RESTRICT,
    currency_id integer NOT NULL REFERENCES res_currency (id) ON DELETE RESTRICT,
    partner_id integer REFERENCES res_partner (id) ON DELETE RESTRICT,
    commercial_partner_id integer REFERENCES res_partner (id) ON DELETE RESTRICT,
    partner_shipping_id integer REFERENCES res_partner (id) ON DELETE RESTRICT,
    invoice_user_id integer REFERENCES res_users (id) ON DELETE SET NULL,
    invoice_date date,
    invoice_date_due date,
    invoice_origin varchar,
    reversed_entry_id integer REFERENCES account_move (id) ON DELETE SET NULL,
    tax_cash_basis_origin_move_id integer REFERENCES account_move (id) ON DELETE SET NULL,
    auto_post_origin_id integer REFERENCES account_move (id) ON DELETE SET NULL,
    payment_id integer,
    statement_line_id integer,
    payment_state varchar,
    amount_untaxed numeric NOT NULL DEFAULT 0,
    amount_tax numeric NOT NULL DEFAULT 0,
    amount_total numeric NOT NULL DEFAULT 0,
    amount_residual numeric,
    posted_before boolean DEFAULT false,
    inalterable_hash varchar CHECK (inalterable_hash ~ '^(\$[0-9]+\$)?[0-9a-f]{64}$'),
    secure_sequence_number integer,
    access_token varchar,
    create_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    write_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    create_date timestamp,
    write_date timestamp,
    CONSTRAINT account_move_state CHECK (state IN ('draft', 'posted', 'cancel')),
    CONSTRAINT account_move_type CHECK (move_type IN ('entry', 'out_invoice', 'out_refund', 'in_invoice', 'in_refund', 'out_receipt', 'in_receipt')),
    CONSTRAINT account_move_auto_post CHECK (auto_post IN ('no', 'at_date', 'monthly', 'quarterly', 'yearly')),
    CONSTRAINT account_move_total CHECK (amount_total = amount_untaxed + amount_tax),
    CONSTRAINT account_move_posted_name CHECK (state <> 'posted' OR name IS NOT NULL),
    CONSTRAINT account_move_posted_invoice CHECK (state <> 'posted' OR move_type = 'entry' OR (partner_id IS NOT NULL AND invoice_date IS NOT NULL)),
    CONSTRAINT account_move_due CHECK (invoice_date_due >= invoice_date),
    CONSTRAINT account_move_payment_state CHECK (payment_state IN ('not_paid', 'in_payment', 'paid', 'partial', 'reversed', 'invoicing_legacy'))
);
CREATE UNIQUE INDEX account_move_unique_name ON account_move (name, journal_id) WHERE state = 'posted' AND name <> '/';
CREATE INDEX account_move_sequence_index3 ON account_move (journal_id, sequence_prefix DESC, (sequence_number + 1) DESC);
CREATE INDEX account_move_to_check_idx ON account_move (journal_id) WHERE to_check = true;
CREATE INDEX account_move_payment_idx ON account_move (journal_id, state, payment_state, move_type, date);

CREATE TABLE account_bank_statement (
    id serial PRIMARY KEY,
    name varchar,
    reference varchar,
    date date,
    balance_start numeric,
    balance_end_real numeric,
    first_line_index varchar,
    company_id integer REFERENCES res_company (id) ON DELETE SET NULL,
    journal_id integer REFERENCES account_journal (id) ON DELETE SET NULL
);

CREATE TABLE account_bank_statement_line (
    id serial PRIMARY KEY,
    move_id integer NOT NULL REFERENCES account_move (id) ON DELETE RESTRICT,
    statement_id integer REFERENCES account_bank_statement (id) ON DELETE SET NULL,
    sequence integer DEFAULT 1,
    partner_id integer REFERENCES res_partner (id) ON DELETE RESTRICT,
    currency_id integer REFERENCES res_currency (id) ON DELETE SET NULL,
    foreign_currency_id integer REFERENCES res_currency (id) ON DELETE SET NULL,
    amount numeric,
    amount_currency numeric,
    amount_residual double precision,
    payment_ref varchar,
    transaction_details jsonb,
    is_reconciled boolean,
    CONSTRAINT absl_foreign_currency CHECK (foreign_currency_id IS NULL OR foreign_currency_id <> currency_id),
    CONSTRAINT absl_amount_currency CHECK (foreign_currency_id IS NOT NULL OR COALESCE(amount_currency, 0) = 0)
);
CREATE UNIQUE INDEX account_bank_statement_line_move_uniq ON account_bank_statement_line (move_id);

CREATE TABLE account_payment (
    id serial PRIMARY KEY,
    move_id integer NOT NULL REFERENCES account_move (id) ON DELETE CASCADE,
    is_internal_transfer boolean DEFAULT false,
    paired_internal_transfer_payment_id integer REFERENCES account_payment (id) ON DELETE SET NULL,
    payment_type varchar NOT NULL DEFAULT 'inbound' CHECK (payment_type IN ('outbound', 'inbound')),
    partner_type varchar NOT NULL DEFAULT 'customer' CHECK (partner_type IN ('customer', 'supplier')),
    partner_id integer REFERENCES res_partner (id) ON DELETE RESTRICT,
    currency_id integer REFERENCES res_currency (id) ON DELETE SET NULL,
    outstanding_account_id integer REFERENCES account_account (id) ON DELETE SET NULL,
    destination_account_id integer REFERENCES account_account (id) ON DELETE SET NULL,
    destination_journal_id integer REFERENCES account_journal (id) ON DELETE SET NULL,
    amount numeric,
    payment_reference varchar,
    is_matched boolean,
    CONSTRAINT account_payment_check_amount_not_negative CHECK (amount >= 0.0),
    CONSTRAINT account_payment_transfer_journal CHECK (NOT is_internal_transfer OR destination_journal_id IS NOT NULL)
);
ALTER TABLE account_move
    ADD CONSTRAINT account_move_payment_id_fkey FOREIGN KEY (payment_id) REFERENCES account_payment (id) ON DELETE SET NULL,
    ADD CONSTRAINT account_move_statement_line_id_fkey FOREIGN KEY (statement_line_id) REFERENCES account_bank_statement_line (id) ON DELETE SET NULL;

CREATE TABLE account_full_reconcile (
    id serial PRIMARY KEY,
    name varchar,
    exchange_move_id integer REFERENCES account_move (id) ON DELETE SET NULL,
    create_date timestamp
);

CREATE TABLE account_move_line (
    id serial PRIMARY KEY,
    move_id integer NOT NULL REFERENCES account_move (id) ON DELETE CASCADE,
    journal_id integer REFERENCES account_journal (id) ON DELETE SET NULL,
    company_id integer REFERENCES res_company (id) ON DELETE SET NULL,
    company_currency_id integer REFERENCES res_currency (id) ON DELETE SET NULL,
    sequence integer,
    account_id integer REFERENCES account_account (id) ON DELETE CASCADE,
    currency_id integer NOT NULL REFERENCES res_currency (id) ON DELETE RESTRICT,
    partner_id integer REFERENCES res_partner (id) ON DELETE RESTRICT,
    product_id integer REFERENCES product_product (id) ON DELETE RESTRICT,
    product_uom_id integer REFERENCES uom_uom (id) ON DELETE RESTRICT,
    payment_id integer REFERENCES account_payment (id) ON DELETE SET NULL,
    statement_line_id integer REFERENCES account_bank_statement_line (id) ON DELETE SET NULL,
    tax_line_id integer REFERENCES account_tax (id) ON DELETE RESTRICT,
    full_reconcile_id integer REFERENCES account_full_reconcile (id) ON DELETE SET NULL,
    matching_number varchar,
    move_name varchar,
    parent_state varchar,
    name varchar,
    display_type varchar NOT NULL,
    date date,
    date_maturity date,
    debit numeric,
    credit numeric,
    balance numeric GENERATED ALWAYS AS (debit - credit) STORED,
    amount_currency numeric,
    amount_residual numeric,
    reconciled boolean,
    quantity numeric,
    price_unit numeric,
    discount numeric DEFAULT 0,
    price_subtotal numeric,
    analytic_distribution jsonb,
    blocked boolean,
    create_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    write_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    CONSTRAINT account_move_line_display_type CHECK (display_type IN ('product', 'cogs', 'tax', 'rounding', 'payment_term', 'line_section', 'line_note', 'epd')),
    CONSTRAINT account_move_line_check_credit_debit CHECK (display_type IN ('line_section', 'line_note') OR credit * debit = 0),
    CONSTRAINT account_move_line_check_positive CHECK (display_type IN ('line_section', 'line_note') OR (debit >= 0 AND credit >= 0)),
    CONSTRAINT account_move_line_check_accountable_required_fields CHECK (display_type IN ('line_section', 'line_note') OR account_id IS NOT NULL),
    CONSTRAINT account_move_line_check_non_accountable_fields_null CHECK (display_type NOT IN ('line_section', 'line_note') OR (amount_currency = 0 AND debit = 0 AND credit = 0 AND account_id IS NULL)),
    CONSTRAINT account_move_line_check_amount_currency_sign CHECK (display_type IN ('line_section', 'line_note') OR (debit - credit <= 0 AND amount_currency <= 0) OR (debit - credit >= 0 AND amount_currency >= 0)),
    CONSTRAINT account_move_line_discount CHECK (discount BETWEEN 0 AND 100),
    CONSTRAINT account_move_line_maturity CHECK (display_type <> 'payment_term' OR date_maturity IS NOT NULL)
);
CREATE INDEX account_move_line_partner_id_ref_idx ON account_move_line (partner_id);
CREATE INDEX account_move_line_date_name_id_idx ON account_move_line (date DESC, move_name DESC, id);
CREATE INDEX account_move_line__unreconciled_index ON account_move_line (account_id, partner_id) WHERE (reconciled IS NULL OR reconciled = false) AND parent_state = 'posted';

CREATE TABLE account_partial_reconcile (
    id serial PRIMARY KEY,
    debit_move_id integer NOT NULL REFERENCES account_move_line (id) ON DELETE RESTRICT,
    credit_move_id integer NOT NULL REFERENCES account_move_line (id) ON DELETE RESTRICT,
    full_reconcile_id integer REFERENCES account_full_reconcile (id) ON DELETE SET NULL,
    exchange_move_id integer REFERENCES account_move (id) ON DELETE SET NULL,
    debit_currency_id integer REFERENCES res_currency (id),
    credit_currency_id integer REFERENCES res_currency (id),
    amount numeric CHECK (amount >= 0),
    debit_amount_currency numeric,
    credit_amount_currency numeric,
    max_date date,
    CHECK (debit_move_id <> credit_move_id)
);

CREATE TABLE stock_location (
    id serial PRIMARY KEY,
    location_id integer REFERENCES stock_location (id) ON DELETE CASCADE,
    name varchar NOT NULL,
    complete_name varchar,
    usage varchar NOT NULL DEFAULT 'internal' CHECK (usage IN ('supplier', 'view', 'internal', 'customer', 'inventory', 'production', 'transit')),
    parent_path varchar,
    barcode varchar,
    company_id integer REFERENCES res_company (id) ON DELETE SET NULL,
    scrap_location boolean,
    active boolean DEFAULT true,
    cyclic_inventory_frequency integer DEFAULT 0,
    last_inventory_date date,
    CONSTRAINT stock_location_barcode_company_uniq UNIQUE (barcode, company_id),
    CONSTRAINT stock_location_inventory_freq_nonneg CHECK (cyclic_inventory_frequency >= 0)
);

CREATE TABLE stock_warehouse (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    code varchar(5) NOT NULL,
    company_id integer NOT NULL REFERENCES res_company (id) ON DELETE RESTRICT,
    partner_id integer REFERENCES res_partner (id) ON DELETE SET NULL,
    view_location_id integer NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT,
    lot_stock_id integer NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT,
    reception_steps varchar NOT NULL DEFAULT 'one_step' CHECK (reception_steps IN ('one_step', 'two_steps', 'three_steps')),
    delivery_steps varchar NOT NULL DEFAULT 'ship_only' CHECK (delivery_steps IN ('ship_only', 'pick_ship', 'pick_pack_ship')),
    in_type_id integer,
    out_type_id integer,
    active boolean DEFAULT true,
    CONSTRAINT stock_warehouse_warehouse_name_uniq UNIQUE (name, company_id),
    CONSTRAINT stock_warehouse_warehouse_code_uniq UNIQUE (code, company_id)
);

CREATE TABLE stock_picking_type (
    id serial PRIMARY KEY,
    name jsonb NOT NULL,
    code varchar NOT NULL CHECK (code IN ('incoming', 'outgoing', 'internal')),
    sequence_code varchar NOT NULL,
    company_id integer NOT NULL REFERENCES res_company (id) ON DELETE RESTRICT,
    warehouse_id integer REFERENCES stock_warehouse (id) ON DELETE CASCADE,
    default_location_src_id integer REFERENCES stock_location (id) ON DELETE SET NULL,
    default_location_dest_id integer REFERENCES stock_location (id) ON DELETE SET NULL,
    return_picking_type_id integer REFERENCES stock_picking_type (id) ON DELETE SET NULL
);
ALTER TABLE stock_warehouse
    ADD CONSTRAINT stock_warehouse_in_type_id_fkey FOREIGN KEY (in_type_id) REFERENCES stock_picking_type (id) ON DELETE SET NULL,
    ADD CONSTRAINT stock_warehouse_out_type_id_fkey FOREIGN KEY (out_type_id) REFERENCES stock_picking_type (id) ON DELETE SET NULL;

CREATE TABLE sale_order (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    company_id integer NOT NULL REFERENCES res_company (id) ON DELETE RESTRICT,
    partner_id integer NOT NULL REFERENCES res_partner (id) ON DELETE RESTRICT,
    partner_invoice_id integer NOT NULL REFERENCES res_partner (id) ON DELETE RESTRICT,
    partner_shipping_id integer NOT NULL REFERENCES res_partner (id) ON DELETE RESTRICT,
    warehouse_id integer NOT NULL REFERENCES stock_warehouse (id) ON DELETE RESTRICT,
    user_id integer REFERENCES res_users (id) ON DELETE SET NULL,
    currency_id integer REFERENCES res_currency (id) ON DELETE RESTRICT,
    state varchar DEFAULT 'draft' CHECK (state IN ('draft', 'sent', 'sale', 'done', 'cancel')),
    date_order timestamp NOT NULL,
    validity_date date,
    commitment_date timestamp,
    client_order_ref varchar,
    amount_untaxed numeric,
    amount_tax numeric,
    amount_total numeric,
    currency_rate numeric,
    signed_by varchar,
    signed_on timestamp,
    require_signature boolean,
    create_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    CONSTRAINT sale_order_date_order_conditional_required CHECK ((state IN ('sale', 'done') AND date_order IS NOT NULL) OR state NOT IN ('sale', 'done')),
    CONSTRAINT sale_order_signature CHECK ((signed_by IS NULL) = (signed_on IS NULL))
);
CREATE INDEX sale_order_date_order_id_idx ON sale_order (date_order DESC, id DESC);

CREATE TABLE sale_order_line (
    id serial PRIMARY KEY,
    order_id integer NOT NULL REFERENCES sale_order (id) ON DELETE CASCADE,
    sequence integer DEFAULT 10,
    company_id integer REFERENCES res_company (id) ON DELETE SET NULL,
    product_id integer REFERENCES product_product (id) ON DELETE RESTRICT,
    product_uom integer REFERENCES uom_uom (id) ON DELETE RESTRICT,
    display_type varchar CHECK (display_type IN ('line_section', 'line_note')),
    name text NOT NULL,
    product_uom_qty numeric NOT NULL DEFAULT 1,
    price_unit numeric NOT NULL DEFAULT 0,
    discount numeric DEFAULT 0,
    price_subtotal numeric,
    qty_delivered numeric,
    qty_invoiced numeric,
    customer_lead double precision NOT NULL DEFAULT 0,
    CONSTRAINT sale_order_line_accountable_required_fields CHECK (display_type IS NOT NULL OR (product_id IS NOT NULL AND product_uom IS NOT NULL)),
    CONSTRAINT sale_order_line_non_accountable_null_fields CHECK (display_type IS NULL OR (product_id IS NULL AND price_unit = 0 AND product_uom_qty = 0 AND product_uom IS NULL AND customer_lead = 0))
);

CREATE TABLE stock_picking (
    id serial PRIMARY KEY,
    name varchar,
    origin varchar,
    state varchar CHECK (state IN ('draft', 'waiting', 'confirmed', 'assigned', 'done', 'cancel')),
    move_type varchar NOT NULL DEFAULT 'direct' CHECK (move_type IN ('direct', 'one')),
    priority varchar DEFAULT '0' CHECK (priority IN ('0', '1')),
    picking_type_id integer NOT NULL REFERENCES stock_picking_type (id) ON DELETE RESTRICT,
    company_id integer REFERENCES res_company (id) ON DELETE SET NULL,
    location_id integer NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT,
    location_dest_id integer NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT,
    partner_id integer REFERENCES res_partner (id) ON DELETE SET NULL,
    backorder_id integer REFERENCES stock_picking (id) ON DELETE SET NULL,
    sale_id integer REFERENCES sale_order (id) ON DELETE SET NULL,
    scheduled_date timestamp,
    date_deadline timestamp,
    date_done timestamp,
    CONSTRAINT stock_picking_name_uniq UNIQUE (name, company_id),
    CONSTRAINT stock_picking_done CHECK (state <> 'done' OR date_done IS NOT NULL)
);

CREATE TABLE stock_move (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    sequence integer DEFAULT 10,
    date timestamp NOT NULL,
    company_id integer NOT NULL REFERENCES res_company (id) ON DELETE RESTRICT,
    product_id integer NOT NULL REFERENCES product_product (id) ON DELETE RESTRICT,
    product_uom integer NOT NULL REFERENCES uom_uom (id) ON DELETE RESTRICT,
    product_uom_qty numeric NOT NULL DEFAULT 0,
    quantity_done numeric,
    location_id integer NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT,
    location_dest_id integer NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT,
    picking_id integer REFERENCES stock_picking (id) ON DELETE SET NULL,
    picking_type_id integer REFERENCES stock_picking_type (id) ON DELETE SET NULL,
    origin_returned_move_id integer REFERENCES stock_move (id) ON DELETE SET NULL,
    restrict_partner_id integer REFERENCES res_partner (id) ON DELETE SET NULL,
    sale_line_id integer REFERENCES sale_order_line (id) ON DELETE SET NULL,
    warehouse_id integer REFERENCES stock_warehouse (id) ON DELETE SET NULL,
    state varchar DEFAULT 'draft' CHECK (state IN ('draft', 'cancel', 'waiting', 'confirmed', 'partially_available', 'assigned', 'done')),
    procure_method varchar NOT NULL DEFAULT 'make_to_stock',
    scrapped boolean,
    reference varchar,
    price_unit double precision,
    create_uid integer REFERENCES res_users (id) ON DELETE SET NULL,
    CONSTRAINT stock_move_qty CHECK (product_uom_qty >= 0)
);
CREATE INDEX stock_move_product_location_index ON stock_move (product_id, location_id, location_dest_id, company_id, state);

CREATE TABLE stock_quant (
    id serial PRIMARY KEY,
    product_id integer NOT NULL REFERENCES product_product (id) ON DELETE RESTRICT,
    company_id integer REFERENCES res_company (id) ON DELETE SET NULL,
    location_id integer NOT NULL REFERENCES stock_location (id) ON DELETE RESTRICT,
    owner_id integer REFERENCES res_partner (id) ON DELETE SET NULL,
    lot_name varchar,
    quantity numeric,
    reserved_quantity numeric NOT NULL DEFAULT 0,
    in_date timestamp NOT NULL,
    inventory_date date,
    inventory_quantity_set boolean
);
CREATE UNIQUE INDEX stock_quant_key ON stock_quant (product_id, location_id, lot_name, owner_id) NULLS NOT DISTINCT;
