package dev.gatehouse.detection;

import java.util.Random;

/// Products and companies that are called as people are.
final class TrapNames {
    private final Random random;

    TrapNames(Random random) {
        this.random = random;
    }

    String product() {
        return pick(
                "Jordan Air 1 Shoes",
                "Paris Hilton Hotel",
                "Tommy Hilfiger Polo",
                "Dr. Martens 1460 Boots",
                "Samsung Galaxy S24",
                "Ben & Jerry's Cookie Dough",
                "Küchenstuhl Maria",
                "BILLY Regal weiß",
                "Victoria Sponge Cake",
                "Georgia Peach Tea",
                "Marco Polo Rucksack",
                "Jack Daniel's Old No. 7",
                "Martin D-28 Gitarre",
                "Levi's 501 Original",
                "Charlotte Tilbury Lipstick",
                "St. James Jacket",
                "Rose Gold Ring",
                "Holly Wreath 40 cm",
                "Daisy Chain Bracelet",
                "Mercedes Benz Sprinter",
                "Adler Druckluft 24 l",
                "USB-C Kabel 2 m",
                "Espresso Blend 1 kg",
                "Gartenstuhl Florenz",
                "Lampe Stella",
                "Chaise Louis XV",
                "Robe d'été fleurie",
                "Kaffee Crema",
                "Mac Mini M2",
                "Python Cookbook");
    }

    String company() {
        return pick(
                "Müller GmbH",
                "Johnson & Johnson",
                "Ernst & Young",
                "Thomas Cook Group",
                "Hans Grohe SE",
                "Peter Schmidt KG",
                "Rossi S.r.l.",
                "Goldman Sachs",
                "Kovács és Társa Kft.",
                "Nordea Bank Abp",
                "Wilson Sporting Goods",
                "Deutsche Bahn AG",
                "Morgan Stanley",
                "Charles Schwab Corp.",
                "Marie Curie Institut",
                "Becker & Söhne OHG",
                "Nowak Sp. z o.o.",
                "Novák s.r.o.",
                "Anderson Consulting Ltd",
                "Dupont SARL",
                "García Hermanos S.L.",
                "Virtanen Oy",
                "Jensen A/S",
                "Berg AB",
                "De Vries B.V.",
                "Popescu SRL",
                "Acme Inc.",
                "Bosch Rexroth",
                "Zimmermann Bau GmbH & Co. KG",
                "Saint-Gobain",
                "Van Lanschot NV",
                "Smith Brothers Plumbing");
    }

    private String pick(String... from) {
        return from[random.nextInt(from.length)];
    }
}
