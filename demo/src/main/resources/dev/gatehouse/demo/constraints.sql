-- After the rows are in: checking them all at once is faster than one by one.
ALTER TABLE customers ADD CONSTRAINT customers_email_key UNIQUE (email);
ALTER TABLE payments ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE;
ALTER TABLE orders ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE;
ALTER TABLE order_items ADD FOREIGN KEY (order_id) REFERENCES orders ON DELETE CASCADE;
ALTER TABLE order_items ADD FOREIGN KEY (product_id) REFERENCES products;
ALTER TABLE support_tickets ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE;
ALTER TABLE patients ADD FOREIGN KEY (customer_id) REFERENCES customers ON DELETE CASCADE;
CREATE INDEX payments_customer_id ON payments (customer_id);
CREATE INDEX orders_customer_id ON orders (customer_id);
CREATE INDEX support_tickets_customer_id ON support_tickets (customer_id);
CREATE INDEX patients_customer_id ON patients (customer_id);
ANALYZE;
