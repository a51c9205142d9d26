package io.kassa.itests.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The blocks of docs/host-guide.md, in their order: files to write, and commands to run. */
final class Guide {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+)[ ]?(\\S*)\\n(.*?)^```$");

    /**
     * @param language such as {@code sh}
     * @param name of the file that the block is, or what its commands do; may be empty
     */
    record Block(String language, String name, String text) {

        boolean isCommands() {
            return language.equals("sh");
        }
    }

    private Guide() {}

    static List<Block> blocks() {
        Path top = Path.of("").toAbsolutePath().getParent().getParent();
        try {
            Matcher matcher = BLOCK.matcher(Files.readString(top.resolve("docs/host-guide.md")));
            List<Block> blocks = new ArrayList<>();
            while (matcher.find()) {
                blocks.add(new Block(matcher.group(1), matcher.group(2), matcher.group(3)));
            }
            return blocks;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
