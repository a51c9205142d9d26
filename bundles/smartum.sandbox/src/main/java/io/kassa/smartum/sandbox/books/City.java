package io.kassa.smartum.sandbox.books;

import java.util.List;
import java.util.Map;

/** What is there before anything happens: the venues of a small town, and what the customer has to spend. */
final class City {
    static final List<Venue> VENUES = List.of(
            new Venue("ven_pDmadXvNHA6XWoew", "Kuntokeskus Kaisla", "Helsinki", List.of("exercise", "massage"), true),
            new Venue("ven_8sKq2LwT0xRb5VnY", "Hieronta Hohde", "Helsinki", List.of("massage"), true),
            new Venue("ven_Zc41uJm9EoQh7GtP", "Kuntosali Kelo", "Tampere", List.of("exercise"), false),
            new Venue("ven_3fNyX6aWd8KiR2Ls", "Uimahalli Ahti", "Turku", List.of("exercise", "culture"), false),
            new Venue("ven_Tq7BvH5eMz1CjU9k", "Ravintola Lumo", "Helsinki", List.of("lunch"), false));

    static final Map<String, Long> BALANCES =
            Map.of("exercise", 40_000L, "massage", 20_000L, "culture", 12_000L, "lunch", 9_450L);

    private City() {}
}
