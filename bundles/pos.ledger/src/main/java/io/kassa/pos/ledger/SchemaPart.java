package io.kassa.pos.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * The tables of one room, as migrations numbered 1, 2, 3 … A migration that was released is never altered; the next one mends
 * it. Tables are named after their room ({@code till_sale}), because all rooms share one database.
 *
 * @param name constant for ever
 * @param migrations in the order of their versions
 */
public record SchemaPart(String name, List<Migration> migrations) {

    /** One step of a part: portable statements that are applied together. */
    public record Migration(int version, List<String> statements) {
        public Migration {
            statements = List.copyOf(statements);
            if (statements.isEmpty()) {
                throw new IllegalArgumentException("A migration has statements");
            }
        }
    }

    public SchemaPart {
        migrations = List.copyOf(migrations);
        if (name.isBlank()) {
            throw new IllegalArgumentException("A schema part has a name");
        }
        for (int i = 0; i < migrations.size(); i++) {
            if (migrations.get(i).version() != i + 1) {
                throw new IllegalArgumentException("Migrations of " + name + " are not numbered 1, 2, 3 ...");
            }
        }
    }

    /** A part without migrations, to add them to. */
    public static SchemaPart named(String name) {
        return new SchemaPart(name, List.of());
    }

    /** This part with one more migration. The number is written down so that nobody inserts one in the middle. */
    public SchemaPart with(int version, String... statements) {
        List<Migration> more = new ArrayList<>(migrations);
        more.add(new Migration(version, List.of(statements)));
        return new SchemaPart(name, more);
    }
}
