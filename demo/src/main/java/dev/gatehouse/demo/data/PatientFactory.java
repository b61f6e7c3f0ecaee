package dev.gatehouse.demo.data;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// Invents patients: customers with a diagnosis that fits its medication.
final class PatientFactory {

    private record Treatment(String diagnosis, String medication) {}

    private static final List<Treatment> TREATMENTS = List.of(
            new Treatment("E11.9", "metformin 850 mg"),
            new Treatment("I10", "ramipril 5 mg"),
            new Treatment("J45.9", "salbutamol inhaler"),
            new Treatment("F32.1", "sertraline 50 mg"),
            new Treatment("F41.1", "escitalopram 10 mg"),
            new Treatment("G43.0", "sumatriptan 50 mg"),
            new Treatment("E03.9", "levothyroxine 75 µg"),
            new Treatment("B20", "bictegravir/emtricitabine/tenofovir"),
            new Treatment("C50.9", "tamoxifen 20 mg"),
            new Treatment("K21.0", "omeprazole 20 mg"),
            new Treatment("L40.0", "calcipotriol ointment"),
            new Treatment("G40.9", "levetiracetam 500 mg"),
            new Treatment("M05.9", "methotrexate 15 mg weekly"),
            new Treatment("Z34.9", "folic acid 400 µg"));
    private static final LocalDate FIRST = LocalDate.of(2024, 1, 3);

    private final RandomGenerator random;
    private final List<Customer> customers;

    PatientFactory(RandomGenerator random, List<Customer> customers) {
        this.random = random;
        this.customers = customers;
    }

    List<Patient> make(int count) {
        List<Patient> patients = new ArrayList<>(count);
        for (int id = 1; id <= count; id++) {
            Customer customer = CountryBook.pick(customers, random);
            Treatment treatment = CountryBook.pick(TREATMENTS, random);
            patients.add(new Patient(
                    id,
                    customer.id(),
                    customer.fullName(),
                    treatment.diagnosis(),
                    treatment.medication(),
                    Digits.fill("K##########", random),
                    FIRST.plusDays(random.nextInt(1000))));
        }
        return patients;
    }
}
