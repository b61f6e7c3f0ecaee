package dev.gatehouse.demo.data;

import java.util.List;
import java.util.SplittableRandom;

/// The whole shop, in memory: the same for the same seed, whatever the machine, the locale or the day.
public record Population(
        List<Customer> customers,
        List<Product> products,
        List<Payment> payments,
        List<Order> orders,
        List<SupportTicket> tickets,
        List<Patient> patients) {

    /// The seed of the demo: examples in the documentation show these people.
    public static final long SEED = 20_261_101L;

    public static final int CUSTOMERS = 12_000;
    private static final int PRODUCTS = 400;
    private static final int PAYMENTS = 15_000;
    private static final int ORDERS = 15_000;
    private static final int TICKETS = 4_000;
    private static final int PATIENTS = 1_500;

    public Population {
        customers = List.copyOf(customers);
        products = List.copyOf(products);
        payments = List.copyOf(payments);
        orders = List.copyOf(orders);
        tickets = List.copyOf(tickets);
        patients = List.copyOf(patients);
    }

    /// The first customers alone, the same as in the whole shop.
    public static List<Customer> customers(long seed, int count) {
        return new CustomerFactory(new SplittableRandom(seed).split()).make(count);
    }

    /// Each table draws from its own stream, so that one more customer does not change every payment.
    public static Population of(long seed) {
        SplittableRandom root = new SplittableRandom(seed);
        List<Customer> customers = new CustomerFactory(root.split()).make(CUSTOMERS);
        ShopFactory shop = new ShopFactory(root.split(), customers);
        List<Product> products = shop.products(PRODUCTS);
        return new Population(
                customers,
                products,
                shop.payments(PAYMENTS),
                shop.orders(ORDERS, products),
                new TicketFactory(root.split(), customers).make(TICKETS),
                new PatientFactory(root.split(), customers).make(PATIENTS));
    }
}
