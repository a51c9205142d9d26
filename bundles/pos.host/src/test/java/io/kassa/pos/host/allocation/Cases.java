package io.kassa.pos.host.allocation;

import java.util.List;

/**
 * The published table of allocation, the smallest sales that show each rule. {@code wallet} may pay what carries {@code sport},
 * {@code voucher} what carries {@code sport} or {@code food}; neither gives change.
 */
final class Cases {

    private Cases() {}

    static final List<Case> ALL = List.of(
            new Case(
                    "one payment of all",
                    "gym 10.00 sport",
                    "wallet may 10.00; wallet 10.00; left 0.00",
                    "gym: wallet 10.00",
                    "10.00: wallet 10.00",
                    "all → wallet 10.00"),
            new Case(
                    "the drink is not the wallet's",
                    "gym 10.00 sport, drink 3.00",
                    "wallet may 10.00; wallet 10.00; left 3.00; wallet no: hint.no-more-payable; cash 5.00; left 0.00",
                    "gym: wallet 10.00; drink: cash 3.00",
                    "13.00: wallet 10.00, cash 5.00 (change 2.00)",
                    "all → wallet 10.00, cash 3.00"),
            new Case(
                    "the drink goes back alone",
                    "gym 10.00 sport, drink 3.00",
                    "wallet 10.00; cash 3.00",
                    "gym: wallet 10.00; drink: cash 3.00",
                    "13.00: wallet 10.00, cash 3.00",
                    "drink → cash 3.00; all → wallet 10.00"),
            new Case(
                    "cash first, as much as the drink costs",
                    "gym 10.00 sport, drink 3.00",
                    "cash 3.00; wallet may 10.00; wallet 10.00; left 0.00",
                    "gym: wallet 10.00; drink: cash 3.00",
                    "13.00: cash 3.00, wallet 10.00",
                    "gym → wallet 10.00; drink → cash 3.00"),
            new Case(
                    "cash first, more than the drink costs",
                    "gym 10.00 sport, drink 3.00",
                    "cash 5.00; wallet may 8.00; wallet 8.00; left 0.00",
                    "gym: cash 2.00, wallet 8.00; drink: cash 3.00",
                    "13.00: cash 5.00, wallet 8.00",
                    "gym 5.00 → cash 1.00, wallet 4.00; all → cash 4.00, wallet 4.00"),
            new Case(
                    "two receipts of one wallet",
                    "gym 10.00 sport, drink 3.00",
                    "wallet 6.00; wallet may 4.00; wallet 4.00; wallet no: hint.no-more-payable; card 3.00; left 0.00",
                    "gym: wallet 6.00, wallet 4.00; drink: card 3.00",
                    "13.00: wallet 6.00, wallet 4.00, card 3.00",
                    "gym 5.00 → wallet 3.00, wallet 2.00; all → wallet 3.00, wallet 2.00, card 3.00"),
            new Case(
                    "a receipt for part of a line",
                    "gym 10.00 sport",
                    "wallet 3.33; left 6.67; card 6.67; left 0.00",
                    "gym: wallet 3.33, card 6.67",
                    "10.00: wallet 3.33, card 6.67",
                    "gym 0.01 → card 0.01; gym 1.00 → wallet 0.33, card 0.67; all → wallet 3.00, card 5.99"),
            new Case(
                    "labels overlap: the wider one moves aside",
                    "gym 10.00 sport, lunch 8.00 food",
                    "voucher may 18.00; voucher 8.00; wallet may 10.00; wallet 10.00; left 0.00",
                    "gym: wallet 10.00; lunch: voucher 8.00",
                    "18.00: voucher 8.00, wallet 10.00",
                    "lunch → voucher 8.00; gym → wallet 10.00"),
            new Case(
                    "labels overlap: it moves as far as it can",
                    "gym 10.00 sport, lunch 8.00 food, drink 3.00",
                    "voucher 11.00; wallet may 7.00; cash 4.00; wallet may 6.00; voucher may 6.00; wallet 6.00; left 0.00",
                    "gym: voucher 3.00, cash 1.00, wallet 6.00; lunch: voucher 8.00; drink: cash 3.00",
                    "21.00: voucher 11.00, cash 4.00, wallet 6.00",
                    "drink → cash 3.00; gym → voucher 3.00, cash 1.00, wallet 6.00; all → voucher 8.00"),
            new Case(
                    "labels overlap: the narrow one first",
                    "gym 10.00 sport, lunch 8.00 food",
                    "wallet 10.00; voucher may 8.00; voucher 8.00; left 0.00",
                    "gym: wallet 10.00; lunch: voucher 8.00",
                    "18.00: wallet 10.00, voucher 8.00",
                    "all → wallet 10.00, voucher 8.00"),
            new Case(
                    "a discount on a line",
                    "gym 10.00 sport, drink 3.00",
                    "discount gym 2.50; wallet may 7.50; wallet 7.50; left 3.00; card 3.00; left 0.00",
                    "gym: wallet 7.50; drink: card 3.00",
                    "10.50: wallet 7.50, card 3.00",
                    "gym → wallet 7.50; drink → card 3.00"),
            new Case(
                    "a discount on the sale is spread",
                    "gym 10.00 sport, drink 3.00",
                    "discount 1.30; wallet may 9.00; wallet 9.00; left 2.70; card 2.70; left 0.00",
                    "gym: wallet 9.00; drink: card 2.70",
                    "11.70: wallet 9.00, card 2.70",
                    "drink → card 2.70; all → wallet 9.00"),
            new Case(
                    "an odd cent goes to the largest remainder",
                    "a 3.33 sport, b 3.33, c 3.34",
                    "discount 1.00; due 9.00; wallet may 3.00; wallet 3.00; card 6.00",
                    "a: wallet 3.00; b: card 3.00; c: card 3.00",
                    "9.00: wallet 3.00, card 6.00",
                    "b → card 3.00; all → wallet 3.00, card 3.00"),
            new Case(
                    "a line and the sale discounted",
                    "gym 10.00 sport, drink 3.00",
                    "discount gym 1.00; discount 2.00; due 10.00; wallet may 7.50; card 5.00; wallet may 5.00;"
                            + " wallet 5.00; left 0.00",
                    "gym: card 2.50, wallet 5.00; drink: card 2.50",
                    "10.00: card 5.00, wallet 5.00",
                    "gym → card 2.50, wallet 5.00; drink → card 2.50"),
            new Case(
                    "a line for nothing by its discount",
                    "gym 10.00 sport, drink 3.00",
                    "discount gym 10.00; wallet no: hint.nothing-payable; left 3.00; card 3.00; left 0.00",
                    "drink: card 3.00",
                    "3.00: card 3.00",
                    "all → card 3.00"),
            new Case(
                    "all for nothing by the sale's discount",
                    "gym 10.00 sport, drink 3.00",
                    "discount 13.00; due 0.00; left 0.00; wallet no: hint.paid; cash no: hint.paid",
                    "nothing",
                    "0.00: nothing",
                    "all refused: refund-nothing"),
            new Case(
                    "more pieces after a payment",
                    "gym 10.00 sport",
                    "wallet 10.00; gym × 2; left 10.00; wallet may 10.00; cash 10.00; left 0.00",
                    "gym: wallet 10.00, cash 10.00",
                    "20.00: wallet 10.00, cash 10.00",
                    "gym 10.00 → wallet 5.00, cash 5.00; all → wallet 5.00, cash 5.00"),
            new Case(
                    "fewer pieces than were paid",
                    "gym 10.00 sport, drink 3.00",
                    "gym × 2; wallet 15.00; refused lines-paid: gym × 1; drink × 0; left 5.00; cash 5.00",
                    "gym: wallet 15.00, cash 5.00",
                    "20.00: wallet 15.00, cash 5.00",
                    "gym → wallet 15.00, cash 5.00"),
            new Case(
                    "cash moves when its line goes",
                    "gym 10.00 sport, drink 3.00",
                    "cash 3.00; drink × 0; left 7.00; wallet may 7.00; wallet 7.00; left 0.00",
                    "gym: cash 3.00, wallet 7.00",
                    "10.00: cash 3.00, wallet 7.00",
                    "gym → cash 3.00, wallet 7.00"),
            new Case(
                    "a discount after a payment that still fits",
                    "gym 10.00 sport, drink 3.00",
                    "wallet 8.00; refused lines-paid: discount gym 2.50; discount gym 2.00; wallet no:"
                            + " hint.no-more-payable; left 3.00; card 3.00",
                    "gym: wallet 8.00; drink: card 3.00",
                    "11.00: wallet 8.00, card 3.00",
                    "gym → wallet 8.00; drink → card 3.00"),
            new Case(
                    "a line added after a payment",
                    "gym 10.00 sport",
                    "cash 4.00; add drink 3.00; wallet may 9.00; wallet 9.00; left 0.00",
                    "gym: cash 1.00, wallet 9.00; drink: cash 3.00",
                    "13.00: cash 4.00, wallet 9.00",
                    "drink → cash 3.00; all → cash 1.00, wallet 9.00"),
            new Case(
                    "a line added where the sale is discounted",
                    "gym 10.00 sport",
                    "discount 1.00; cash 4.00; add drink 10.00; due 19.00; wallet may 9.50; wallet 9.50; left 5.50;"
                            + " cash 5.50",
                    "gym: wallet 9.50; drink: cash 4.00, cash 5.50",
                    "19.00: cash 4.00, wallet 9.50, cash 5.50",
                    "all → cash 4.00, wallet 9.50, cash 5.50"),
            new Case(
                    "cash taken out again",
                    "gym 10.00 sport, drink 3.00",
                    "cash 13.00; left 0.00; take out cash; left 13.00; wallet 10.00; card 3.00",
                    "gym: wallet 10.00; drink: card 3.00",
                    "13.00: wallet 10.00, card 3.00",
                    "all → wallet 10.00, card 3.00"),
            new Case(
                    "cash goes back by card",
                    "gym 10.00 sport, drink 3.00",
                    "wallet 10.00; cash 3.00",
                    "gym: wallet 10.00; drink: cash 3.00",
                    "13.00: wallet 10.00, cash 3.00",
                    "drink by card → card 3.00; all → wallet 10.00"));
}
