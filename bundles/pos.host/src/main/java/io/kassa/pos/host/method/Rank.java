package io.kassa.pos.host.method;

import java.util.Arrays;
import java.util.List;

/**
 * Which of several services is preferred: the highest ranking, then the highest version.
 *
 * @param version such as {@code 1.2.0}; compared number by number, then by its qualifier
 */
public record Rank(int ranking, String version) implements Comparable<Rank> {

    public static final Rank PLAIN = new Rank(0, "0.0.0");

    @Override
    public int compareTo(Rank other) {
        int byRanking = Integer.compare(ranking, other.ranking);
        return byRanking != 0 ? byRanking : compare(parts(version), parts(other.version));
    }

    private static List<String> parts(String version) {
        return Arrays.asList(version.split("\\.", 4));
    }

    private static int compare(List<String> left, List<String> right) {
        for (int i = 0; i < Math.max(left.size(), right.size()); i++) {
            String a = i < left.size() ? left.get(i) : "";
            String b = i < right.size() ? right.get(i) : "";
            int order = i < 3 && isNumber(a) && isNumber(b)
                    ? Long.compare(Long.parseLong(a), Long.parseLong(b))
                    : a.compareTo(b);
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static boolean isNumber(String part) {
        return part.matches("\\d{1,9}");
    }
}
