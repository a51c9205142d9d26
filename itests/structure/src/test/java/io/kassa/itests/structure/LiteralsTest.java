package io.kassa.itests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LiteralsTest {

    @Test
    void stringsAndTextBlocksAreSeen_commentsAreNot() {
        String source = """
                /** Says "hello".
                 * "twice" */
                String a = "one /* \\"two\\" // three"; // "four"
                char b = '"', c = '\\'';
                String d = \"""
                    five "six"
                    \\\"""seven
                    \""" + "eight";
                String e = "";
                """;
        assertThat(Literals.in(source))
                .containsExactly(
                        "\"one /* \\\"two\\\" // three\"",
                        "\"\"\"\n    five \"six\"\n    \\\"\"\"seven\n    \"\"\"",
                        "\"eight\"",
                        "\"\"");
    }

    @Test
    void aLongTextIsSeen() {
        String text = "\"\"\"\n" + "a long line \\n\n".repeat(20_000) + "\"\"\"";
        assertThat(Literals.in("a = " + text + ";")).containsExactly(text);
    }
}
