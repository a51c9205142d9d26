package io.kassa.pos.host.allocation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kassa.pos.host.receipts.Booking;
import io.kassa.pos.host.receipts.ReceiptView;
import io.kassa.pos.host.selling.SaleView;
import io.kassa.pos.host.till.Shop;
import io.kassa.pos.spi.money.Money;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every row on the screen, on the receipt and in the refunds, to the cent. */
class AllocationCasesTest {

    private static final Path PUBLISHED = Path.of("../../docs/allocation.md");

    static List<Case> cases() {
        return Cases.ALL;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void isRightToTheCent(Case row, @TempDir Path folder) {
        try (Shop shop = Shop.in(folder)) {
            Counter counter = new Counter(shop);
            counter.sells(row.sold());
            counter.does(row.counter());
            counter.till().completes();
            assertThat(counter.paid()).isEqualTo(row.paid());
            SaleView sale = counter.till().sale();
            assertThat(sale.state()).isEqualTo(SaleView.State.COMPLETED);

            RefundDesk desk = new RefundDesk(shop, sale.id());
            ReceiptView receipt = desk.receipt();
            assertThat(receipt.sale()).as("the receipt has what the screen had").isEqualTo(sale);
            assertThat(Counter.receipt(receipt)).isEqualTo(row.receipt());
            assertThat(booked(receipt)).as("what is booked").isEqualTo(RefundDesk.sum(kept(receipt)));
            assertThat(desk.refunds(row.refunds())).isEqualTo(row.refunds());
            nothingIsLeft(desk);
        }
    }

    /** After the last refund of a row, all that was kept is back, and nothing more. */
    private static void nothingIsLeft(RefundDesk desk) {
        ReceiptView receipt = desk.receipt();
        assertThat(receipt.refunded()).isEqualTo(RefundDesk.sum(kept(receipt)));
        assertThat(booked(receipt)).as("what stays booked").isEqualTo(Money.euro(0));
        assertThat(receipt.refundable()).allMatch(line -> line.amount().isZero());
        assertThat(receipt.surplus()).isEqualTo(Money.euro(0));
        assertThat(desk.refunds("all refused: refund-nothing")).isEqualTo("all refused: refund-nothing");
    }

    private static List<Money> kept(ReceiptView receipt) {
        return receipt.sale().tenders().stream()
                .map(tender -> tender.tendered().minus(tender.change()))
                .toList();
    }

    private static Money booked(ReceiptView receipt) {
        return RefundDesk.sum(receipt.bookings().stream().map(Booking::amount).toList());
    }

    @Test
    void thePublishedTableSaysTheSame() throws IOException {
        List<String> published = Files.readAllLines(PUBLISHED).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| Case |"))
                .toList();
        List<String> played = Cases.ALL.stream().map(Case::row).toList();
        assertThat(played)
                .filteredOn(row -> !published.contains(row))
                .as("not published")
                .isEmpty();
        assertThat(published)
                .filteredOn(row -> !played.contains(row))
                .as("not played")
                .isEmpty();
    }
}
