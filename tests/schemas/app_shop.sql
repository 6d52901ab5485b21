-- A shop: products with a master variant, option types, stock items, orders as a state machine,
-- polymorphic adjustments, nested-set taxons.

CREATE EXTENSION IF NOT EXISTS citext;

CREATE TABLE spree_countries (
    id serial PRIMARY KEY,
    iso_name varchar,
    iso varchar(2) NOT NULL UNIQUE CHECK (iso ~ '^[A-Z]{2}$'),
    iso3 varchar(3) CHECK (iso3 ~ '^[A-Z]{3}$'),
    name varchar NOT NULL,
    numcode integer CHECK (numcode BETWEEN 1 AND 999),
    states_required boolean DEFAULT false,
    zipcode_required boolean DEFAULT true
);

CREATE TABLE spree_states (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    abbr varchar,
    country_id integer NOT NULL REFERENCES spree_countries (id),
    UNIQUE (id, country_id)
);
CREATE UNIQUE INDEX spree_states_abbr ON spree_states (country_id, upper(abbr)) WHERE abbr IS NOT NULL;

CREATE TABLE spree_users (
    id bigserial PRIMARY KEY,
    email citext NOT NULL UNIQUE CHECK (email ~ '^[^@[:space:]]+@[^@[:space:]]+$'),
    encrypted_password varchar(128),
    password_salt varchar(128),
    spree_api_key varchar(48) CHECK (spree_api_key ~ '^[0-9a-f]{48}$'),
    login citext,
    sign_in_count integer NOT NULL DEFAULT 0,
    failed_attempts integer NOT NULL DEFAULT 0,
    current_sign_in_ip inet,
    locked_at timestamp,
    ship_address_id bigint,
    bill_address_id bigint,
    deleted_at timestamp,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX index_spree_users_on_api_key ON spree_users (spree_api_key) WHERE spree_api_key IS NOT NULL;

CREATE TABLE spree_addresses (
    id bigserial PRIMARY KEY,
    user_id bigint REFERENCES spree_users (id) ON DELETE SET NULL,
    firstname varchar,
    lastname varchar,
    address1 varchar NOT NULL,
    address2 varchar,
    city varchar NOT NULL,
    zipcode varchar,
    phone varchar CHECK (phone ~ '^[0-9 +().-]{5,20}$'),
    state_name varchar,
    company varchar,
    state_id integer,
    country_id integer NOT NULL REFERENCES spree_countries (id),
    label varchar,
    deleted_at timestamp,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    FOREIGN KEY (state_id, country_id) REFERENCES spree_states (id, country_id),
    CONSTRAINT state_xor_name CHECK (num_nonnulls(state_id, state_name) <= 1)
);
CREATE UNIQUE INDEX spree_addresses_label ON spree_addresses (user_id, lower(label)) WHERE deleted_at IS NULL AND label IS NOT NULL;
ALTER TABLE spree_users
    ADD CONSTRAINT fk_user_ship_address FOREIGN KEY (ship_address_id) REFERENCES spree_addresses (id) ON DELETE SET NULL,
    ADD CONSTRAINT fk_user_bill_address FOREIGN KEY (bill_address_id) REFERENCES spree_addresses (id) ON DELETE SET NULL;

CREATE TABLE spree_stores (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    url varchar NOT NULL,
    code varchar NOT NULL UNIQUE CHECK (code ~ '^[a-z0-9_-]+$'),
    default_currency char(3) NOT NULL DEFAULT 'USD' CHECK (default_currency ~ '^[A-Z]{3}$'),
    supported_currencies char(3)[] NOT NULL DEFAULT '{USD}' CHECK (cardinality(supported_currencies) >= 1),
    mail_from_address citext NOT NULL,
    "default" boolean NOT NULL DEFAULT false,
    settings jsonb NOT NULL DEFAULT '{}' CHECK (jsonb_typeof(settings) = 'object'),
    CONSTRAINT default_is_supported CHECK (default_currency = ANY (supported_currencies))
);
CREATE UNIQUE INDEX spree_stores_one_default ON spree_stores ("default") WHERE "default";

CREATE TABLE spree_tax_categories (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    tax_code varchar,
    is_default boolean NOT NULL DEFAULT false,
    deleted_at timestamp
);
CREATE UNIQUE INDEX ON spree_tax_categories (lower(name)) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX ON spree_tax_categories ((true)) WHERE is_default AND deleted_at IS NULL;

CREATE TABLE spree_products (
    id bigserial PRIMARY KEY,
    name varchar NOT NULL DEFAULT '',
    description text,
    slug varchar NOT NULL CHECK (slug ~ '^[a-z0-9]+(?:-[a-z0-9]+)*$'),
    status varchar NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'active', 'archived')),
    available_on timestamp,
    make_active_at timestamp,
    discontinue_on timestamp,
    deleted_at timestamp,
    meta_title varchar(255),
    tax_category_id integer REFERENCES spree_tax_categories (id),
    promotionable boolean NOT NULL DEFAULT true,
    classification_count integer NOT NULL DEFAULT 0,
    public_metadata jsonb,
    search tsvector,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT discontinue_after_available CHECK (discontinue_on > available_on),
    CONSTRAINT active_has_available_on CHECK (status <> 'active' OR available_on IS NOT NULL)
);
CREATE UNIQUE INDEX spree_products_slug ON spree_products (slug) WHERE deleted_at IS NULL;
CREATE INDEX spree_products_search ON spree_products USING gin (search);
CREATE TRIGGER spree_products_tsv BEFORE INSERT OR UPDATE OF name, description ON spree_products
    FOR EACH ROW EXECUTE FUNCTION tsvector_update_trigger(search, 'pg_catalog.english', name, description);

CREATE TABLE spree_option_types (
    id serial PRIMARY KEY,
    name varchar(100) NOT NULL UNIQUE,
    presentation varchar(100) NOT NULL,
    position integer NOT NULL DEFAULT 0,
    filterable boolean NOT NULL DEFAULT true
);

CREATE TABLE spree_option_values (
    id serial PRIMARY KEY,
    position integer,
    name varchar NOT NULL,
    presentation varchar NOT NULL,
    option_type_id integer NOT NULL REFERENCES spree_option_types (id) ON DELETE CASCADE,
    UNIQUE (option_type_id, name),
    UNIQUE (id, option_type_id)
);

CREATE TABLE spree_product_option_types (
    product_id bigint NOT NULL REFERENCES spree_products (id) ON DELETE CASCADE,
    option_type_id integer NOT NULL REFERENCES spree_option_types (id),
    position integer,
    PRIMARY KEY (product_id, option_type_id)
);

CREATE TABLE spree_variants (
    id bigserial PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES spree_products (id) ON DELETE CASCADE,
    sku varchar NOT NULL DEFAULT '',
    barcode varchar CHECK (barcode ~ '^[0-9]{8,14}$'),
    weight numeric(8,2) DEFAULT 0.0,
    height numeric(8,2),
    width numeric(8,2),
    depth numeric(8,2),
    is_master boolean NOT NULL DEFAULT false,
    cost_price numeric(10,2) CHECK (cost_price >= 0),
    cost_currency char(3),
    position integer,
    track_inventory boolean NOT NULL DEFAULT true,
    deleted_at timestamp,
    discontinue_on timestamp,
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    UNIQUE (id, product_id),
    CHECK (weight >= 0 AND height > 0 AND width > 0 AND depth > 0),
    CHECK ((cost_price IS NULL) = (cost_currency IS NULL))
);
CREATE UNIQUE INDEX spree_variants_one_master ON spree_variants (product_id) WHERE is_master AND deleted_at IS NULL;
CREATE UNIQUE INDEX spree_variants_sku ON spree_variants (lower(sku)) WHERE sku <> '' AND deleted_at IS NULL;

CREATE TABLE spree_option_value_variants (
    variant_id bigint NOT NULL,
    product_id bigint NOT NULL,
    option_type_id integer NOT NULL,
    option_value_id integer NOT NULL,
    PRIMARY KEY (variant_id, option_type_id),
    FOREIGN KEY (variant_id, product_id) REFERENCES spree_variants (id, product_id) ON DELETE CASCADE,
    FOREIGN KEY (product_id, option_type_id) REFERENCES spree_product_option_types (product_id, option_type_id),
    FOREIGN KEY (option_value_id, option_type_id) REFERENCES spree_option_values (id, option_type_id)
);

CREATE TABLE spree_prices (
    id bigserial PRIMARY KEY,
    variant_id bigint NOT NULL REFERENCES spree_variants (id),
    amount numeric(10,2) CHECK (amount >= 0),
    compare_at_amount numeric(10,2),
    currency char(3) NOT NULL CHECK (currency ~ '^[A-Z]{3}$'),
    country_iso varchar(2) REFERENCES spree_countries (iso),
    deleted_at timestamp,
    CHECK (compare_at_amount > amount)
);
CREATE UNIQUE INDEX spree_prices_key ON spree_prices (variant_id, currency, country_iso) NULLS NOT DISTINCT WHERE deleted_at IS NULL;

CREATE TABLE spree_taxonomies (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    store_id integer REFERENCES spree_stores (id),
    position integer DEFAULT 0,
    UNIQUE NULLS NOT DISTINCT (name, store_id)
);

CREATE TABLE spree_taxons (
    id bigserial PRIMARY KEY,
    parent_id bigint,
    taxonomy_id integer NOT NULL REFERENCES spree_taxonomies (id) ON DELETE CASCADE,
    name varchar NOT NULL,
    permalink varchar,
    lft bigint,
    rgt bigint,
    depth integer,
    hide_from_nav boolean NOT NULL DEFAULT false,
    UNIQUE (id, taxonomy_id),
    FOREIGN KEY (parent_id, taxonomy_id) REFERENCES spree_taxons (id, taxonomy_id),
    CONSTRAINT nested_set CHECK (lft < rgt AND depth >= 0)
);
CREATE UNIQUE INDEX spree_taxons_sibling ON spree_taxons (COALESCE(parent_id, 0), taxonomy_id, lower(name));

CREATE TABLE spree_products_taxons (
    id bigserial PRIMARY KEY,
    product_id bigint NOT NULL REFERENCES spree_products (id) ON DELETE CASCADE,
    taxon_id bigint NOT NULL REFERENCES spree_taxons (id) ON DELETE CASCADE,
    position integer,
    UNIQUE (product_id, taxon_id)
);
CREATE FUNCTION spree_classification_counter() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP IN ('DELETE', 'UPDATE') THEN
        UPDATE spree_products SET classification_count = classification_count - 1 WHERE id = OLD.product_id;
    END IF;
    IF TG_OP IN ('INSERT', 'UPDATE') THEN
        UPDATE spree_products SET classification_count = classification_count + 1 WHERE id = NEW.product_id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER spree_products_taxons_count AFTER INSERT OR UPDATE OF product_id OR DELETE ON spree_products_taxons
    FOR EACH ROW EXECUTE FUNCTION spree_classification_counter();

CREATE TABLE spree_stock_locations (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    admin_name varchar,
    "default" boolean NOT NULL DEFAULT false,
    country_id integer REFERENCES spree_countries (id),
    state_id integer,
    active boolean NOT NULL DEFAULT true,
    backorderable_default boolean NOT NULL DEFAULT false,
    propagate_all_variants boolean NOT NULL DEFAULT false,
    FOREIGN KEY (state_id, country_id) REFERENCES spree_states (id, country_id)
);
CREATE UNIQUE INDEX ON spree_stock_locations ("default") WHERE "default" IS TRUE;

CREATE TABLE spree_stock_items (
    id bigserial PRIMARY KEY,
    stock_location_id integer NOT NULL REFERENCES spree_stock_locations (id),
    variant_id bigint NOT NULL REFERENCES spree_variants (id),
    count_on_hand integer NOT NULL DEFAULT 0,
    backorderable boolean NOT NULL DEFAULT false,
    deleted_at timestamp,
    CONSTRAINT count_on_hand_or_backorder CHECK (count_on_hand >= 0 OR backorderable)
);
CREATE UNIQUE INDEX stock_item_by_loc_var_id_deleted_at ON spree_stock_items (stock_location_id, variant_id, COALESCE(deleted_at, '1970-01-01'::timestamp));

CREATE TABLE spree_stock_movements (
    id bigserial PRIMARY KEY,
    stock_item_id bigint NOT NULL REFERENCES spree_stock_items (id),
    quantity integer NOT NULL DEFAULT 0 CHECK (quantity <> 0 AND quantity > -2147483648),
    action varchar CHECK (action IN ('sold', 'received', 'adjusted', 'returned')),
    originator_type varchar,
    originator_id bigint,
    created_at timestamp NOT NULL DEFAULT now(),
    CHECK (CASE action WHEN 'sold' THEN quantity < 0 WHEN 'received' THEN quantity > 0 ELSE true END),
    CHECK ((originator_type IS NULL) = (originator_id IS NULL))
);

CREATE TABLE spree_orders (
    id bigserial PRIMARY KEY,
    number varchar(32) NOT NULL UNIQUE CHECK (number ~ '^R[0-9]{9,}$'),
    store_id integer NOT NULL REFERENCES spree_stores (id),
    user_id bigint REFERENCES spree_users (id),
    created_by_id bigint REFERENCES spree_users (id),
    email citext,
    state varchar NOT NULL DEFAULT 'cart',
    payment_state varchar CHECK (payment_state IN ('balance_due', 'paid', 'credit_owed', 'failed', 'void')),
    shipment_state varchar CHECK (shipment_state IN ('pending', 'ready', 'partial', 'shipped', 'backorder', 'canceled')),
    currency char(3) NOT NULL,
    item_total numeric(12,2) NOT NULL DEFAULT 0,
    shipment_total numeric(12,2) NOT NULL DEFAULT 0,
    adjustment_total numeric(12,2) NOT NULL DEFAULT 0,
    total numeric(12,2) NOT NULL DEFAULT 0,
    payment_total numeric(12,2) DEFAULT 0,
    item_count integer NOT NULL DEFAULT 0 CHECK (item_count >= 0),
    completed_at timestamp,
    canceled_at timestamp,
    canceler_id bigint REFERENCES spree_users (id),
    approver_id bigint REFERENCES spree_users (id),
    approved_at timestamp,
    confirmation_delivered boolean DEFAULT false,
    considered_risky boolean DEFAULT false,
    guest_token varchar,
    last_ip_address inet,
    bill_address_id bigint REFERENCES spree_addresses (id),
    ship_address_id bigint REFERENCES spree_addresses (id),
    created_at timestamp NOT NULL DEFAULT now(),
    updated_at timestamp NOT NULL DEFAULT now(),
    CONSTRAINT order_state CHECK (state IN ('cart', 'address', 'delivery', 'payment', 'confirm', 'complete', 'canceled', 'awaiting_return', 'returned')),
    CONSTRAINT order_total CHECK (total = item_total + shipment_total + adjustment_total),
    CONSTRAINT order_nonneg CHECK (item_total >= 0 AND shipment_total >= 0 AND total >= 0),
    CONSTRAINT order_complete CHECK (state IN ('cart', 'address', 'delivery', 'payment', 'confirm') OR (completed_at IS NOT NULL AND email IS NOT NULL AND bill_address_id IS NOT NULL)),
    CONSTRAINT order_canceled CHECK ((state = 'canceled') = (canceled_at IS NOT NULL)),
    CONSTRAINT order_approved CHECK ((approver_id IS NULL) = (approved_at IS NULL)),
    CONSTRAINT order_who CHECK (user_id IS NOT NULL OR guest_token IS NOT NULL)
);
CREATE INDEX ON spree_orders (completed_at) WHERE completed_at IS NOT NULL;
CREATE INDEX ON spree_orders (user_id, created_by_id);

CREATE TABLE spree_line_items (
    id bigserial PRIMARY KEY,
    order_id bigint NOT NULL REFERENCES spree_orders (id) ON DELETE CASCADE,
    variant_id bigint NOT NULL REFERENCES spree_variants (id),
    quantity integer NOT NULL CHECK (quantity > 0),
    price numeric(10,2) NOT NULL CHECK (price >= 0),
    amount numeric(12,2) GENERATED ALWAYS AS (quantity * price) STORED,
    currency char(3),
    cost_price numeric(10,2),
    tax_category_id integer REFERENCES spree_tax_categories (id),
    adjustment_total numeric(10,2) NOT NULL DEFAULT 0,
    promo_total numeric(10,2) NOT NULL DEFAULT 0 CHECK (promo_total <= 0),
    included_tax_total numeric(10,2) NOT NULL DEFAULT 0,
    additional_tax_total numeric(10,2) NOT NULL DEFAULT 0,
    UNIQUE (id, order_id),
    CHECK (included_tax_total = 0 OR additional_tax_total = 0)
);

CREATE TABLE spree_shipments (
    id bigserial PRIMARY KEY,
    number varchar(32) NOT NULL UNIQUE CHECK (number LIKE 'H%'),
    order_id bigint NOT NULL REFERENCES spree_orders (id),
    address_id bigint REFERENCES spree_addresses (id),
    stock_location_id integer NOT NULL REFERENCES spree_stock_locations (id),
    state varchar NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'ready', 'shipped', 'canceled')),
    tracking varchar,
    cost numeric(10,2) DEFAULT 0 CHECK (cost >= 0),
    shipped_at timestamp,
    UNIQUE (id, order_id),
    CHECK ((state = 'shipped') = (shipped_at IS NOT NULL)),
    CHECK (tracking IS NULL OR state = 'shipped')
);

CREATE TABLE spree_inventory_units (
    id bigserial PRIMARY KEY,
    state varchar NOT NULL DEFAULT 'on_hand' CHECK (state IN ('on_hand', 'backordered', 'shipped', 'returned')),
    variant_id bigint NOT NULL REFERENCES spree_variants (id),
    order_id bigint NOT NULL,
    line_item_id bigint NOT NULL,
    shipment_id bigint,
    quantity integer NOT NULL DEFAULT 1 CHECK (quantity > 0),
    original_return_item_id bigint,
    FOREIGN KEY (line_item_id, order_id) REFERENCES spree_line_items (id, order_id) ON DELETE CASCADE,
    FOREIGN KEY (shipment_id, order_id) REFERENCES spree_shipments (id, order_id),
    CHECK (state <> 'shipped' OR shipment_id IS NOT NULL)
);

CREATE TABLE spree_payment_methods (
    id serial PRIMARY KEY,
    type varchar NOT NULL,
    name varchar NOT NULL,
    active boolean NOT NULL DEFAULT true,
    display_on varchar NOT NULL DEFAULT 'both' CHECK (display_on IN ('both', 'front_end', 'back_end')),
    auto_capture boolean,
    preferences jsonb,
    position integer DEFAULT 0,
    deleted_at timestamp
);

CREATE TABLE spree_payments (
    id bigserial PRIMARY KEY,
    number varchar NOT NULL UNIQUE,
    order_id bigint NOT NULL REFERENCES spree_orders (id),
    payment_method_id integer REFERENCES spree_payment_methods (id),
    amount numeric(10,2) NOT NULL DEFAULT 0 CHECK (amount >= 0),
    state varchar NOT NULL DEFAULT 'checkout' CHECK (state IN ('checkout', 'pending', 'processing', 'completed', 'failed', 'void', 'invalid')),
    response_code varchar,
    avs_response char(1) CHECK (avs_response BETWEEN 'A' AND 'Z'),
    intent_client_key varchar,
    created_at timestamp NOT NULL DEFAULT now(),
    CHECK (state <> 'completed' OR response_code IS NOT NULL)
);

CREATE TABLE spree_refunds (
    id bigserial PRIMARY KEY,
    payment_id bigint NOT NULL REFERENCES spree_payments (id),
    amount numeric(10,2) NOT NULL CHECK (amount > 0),
    transaction_id varchar UNIQUE,
    refunder_id bigint REFERENCES spree_users (id),
    created_at timestamp NOT NULL DEFAULT now()
);

CREATE TABLE spree_promotions (
    id serial PRIMARY KEY,
    name varchar NOT NULL,
    code citext,
    path varchar,
    starts_at timestamp,
    expires_at timestamp,
    usage_limit integer CHECK (usage_limit > 0),
    match_policy varchar NOT NULL DEFAULT 'all' CHECK (match_policy IN ('all', 'any')),
    apply_automatically boolean NOT NULL DEFAULT false,
    CHECK (expires_at > starts_at),
    CHECK (NOT apply_automatically OR (code IS NULL AND path IS NULL))
);
CREATE UNIQUE INDEX ON spree_promotions (code) WHERE code IS NOT NULL;

CREATE TABLE spree_adjustments (
    id bigserial PRIMARY KEY,
    source_type varchar,
    source_id bigint,
    adjustable_type varchar NOT NULL,
    adjustable_id bigint NOT NULL,
    order_id bigint NOT NULL REFERENCES spree_orders (id) ON DELETE CASCADE,
    amount numeric(10,2) NOT NULL,
    label varchar NOT NULL,
    mandatory boolean,
    eligible boolean NOT NULL DEFAULT true,
    state varchar NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'closed')),
    included boolean NOT NULL DEFAULT false,
    created_at timestamp NOT NULL DEFAULT now(),
    CHECK (adjustable_type IN ('Spree::Order', 'Spree::LineItem', 'Spree::Shipment')),
    CHECK (adjustable_type <> 'Spree::Order' OR adjustable_id = order_id),
    CHECK (source_type <> 'Spree::PromotionAction' OR amount <= 0),
    CHECK ((source_id IS NULL) = (source_type IS NULL))
);
CREATE INDEX index_spree_adjustments_on_adjustable ON spree_adjustments (adjustable_type, adjustable_id) WHERE eligible;
