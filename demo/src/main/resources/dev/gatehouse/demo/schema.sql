-- The shop. Tables belong to shop_app, of which the gateway's two users are members: they may do anything to them,
-- DROP TABLE included. What is refused in the demo is refused by the gateway, not by grants.
CREATE TYPE order_status AS ENUM ('new', 'paid', 'shipped', 'delivered', 'returned');

CREATE TABLE customers (
  id integer PRIMARY KEY,
  email text NOT NULL,
  full_name text NOT NULL,
  phone text NOT NULL,
  birth_date date NOT NULL,
  address text NOT NULL,
  city text NOT NULL,
  country char(2) NOT NULL,
  segment text NOT NULL,
  created_at timestamptz NOT NULL,
  national_id text NOT NULL,
  iban text NOT NULL,
  note text
);

CREATE TABLE products (
  id integer PRIMARY KEY,
  sku text NOT NULL UNIQUE,
  name text NOT NULL,
  category text NOT NULL,
  price numeric(10,2) NOT NULL CHECK (price > 0)
);

CREATE TABLE payments (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL,
  amount numeric(10,2) NOT NULL CHECK (amount > 0),
  currency char(3) NOT NULL,
  status text NOT NULL CHECK (status IN ('pending', 'settled', 'refunded', 'failed')),
  card_number text NOT NULL,
  method text NOT NULL,
  created_at timestamptz NOT NULL
);

CREATE TABLE orders (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL,
  status order_status NOT NULL,
  total numeric(12,2) NOT NULL,
  ordered_at timestamptz NOT NULL
);

CREATE TABLE order_items (
  order_id integer NOT NULL,
  position integer NOT NULL,
  product_id integer NOT NULL,
  quantity integer NOT NULL CHECK (quantity > 0),
  unit_price numeric(10,2) NOT NULL,
  PRIMARY KEY (order_id, position)
);

CREATE TABLE support_tickets (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL,
  subject text NOT NULL,
  body text NOT NULL,
  status text NOT NULL CHECK (status IN ('open', 'waiting', 'closed')),
  created_at timestamptz NOT NULL
);

CREATE TABLE patients (
  id integer PRIMARY KEY,
  customer_id integer NOT NULL,
  full_name text NOT NULL,
  diagnosis text NOT NULL,
  medication text NOT NULL,
  insurance_no text NOT NULL,
  visited_on date NOT NULL
);

CREATE VIEW customer_contacts AS
  SELECT id, full_name, email, phone FROM customers;

CREATE VIEW revenue_by_country AS
  SELECT c.country, p.currency, count(*) AS payments, sum(p.amount) AS revenue
  FROM payments p JOIN customers c ON c.id = p.customer_id
  WHERE p.status = 'settled'
  GROUP BY c.country, p.currency;
