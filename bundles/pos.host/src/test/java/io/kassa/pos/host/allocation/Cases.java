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
                    "a line added that would move an odd cent onto what is paid",
                    "gym 60.00 sport, spa 200.00, drink 9.00",
                    "discount 0.02; wallet may 60.00; wallet 60.00; refused lines-paid: add juice 12.00; add water 3.00;"
                            + " card 211.98; left 0.00",
                    "gym: wallet 60.00; spa: card 199.98; drink: card 9.00; water: card 3.00",
                    "271.98: wallet 60.00, card 211.98",
                    "gym → wallet 60.00; all → card 211.98"),
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
                    "something for nothing",
                    "gym 10.00 sport, water 0.00",
                    "wallet may 10.00; wallet 10.00; left 0.00",
                    "gym: wallet 10.00",
                    "10.00: wallet 10.00",
                    "all → wallet 10.00"),
            new Case(
                    "nothing but a thing for nothing",
                    "water 0.00 sport",
                    "wallet no: hint.paid; left 0.00",
                    "nothing",
                    "0.00: nothing",
                    "all refused: refund-nothing"),
            new Case(
                    "a deposit is no price: no discount touches it",
                    "gym 10.00 sport, drink 3.00, bottle 0.40 deposit",
                    "refused discount-invalid: discount 13.01; refused discount-invalid: discount bottle 0.10;"
                            + " discount 1.30; due 12.10; wallet may 9.00; wallet 9.00; card 3.10",
                    "gym: wallet 9.00; drink: card 2.70; bottle: card 0.40",
                    "12.10: wallet 9.00, card 3.10",
                    "bottle → card 0.40; drink → card 2.70; all → wallet 9.00"),
            new Case(
                    "all for nothing but the deposit",
                    "gym 10.00 sport, bottle 0.40 deposit",
                    "discount 10.00; due 0.40; wallet no: hint.nothing-payable; cash 0.40; left 0.00",
                    "bottle: cash 0.40",
                    "0.40: cash 0.40",
                    "bottle → cash 0.40"),
            new Case(
                    "an empty bottle pays what is nobody else's",
                    "gym 10.00 sport, drink 3.00, bottle -0.40",
                    "due 12.60; wallet may 10.00; wallet 10.00; left 2.60; card 2.60; left 0.00",
                    "gym: wallet 10.00; drink: card 2.60",
                    "12.60: wallet 10.00, card 2.60",
                    "drink → card 2.60; all → wallet 10.00"),
            new Case(
                    "an empty bottle pays what is left to pay",
                    "gym 10.00 sport, bottle -0.40",
                    "wallet may 9.60; wallet 9.60; left 0.00",
                    "gym: wallet 9.60",
                    "9.60: wallet 9.60",
                    "gym → wallet 9.60"),
            new Case(
                    "no discount touches what is taken back",
                    "gym 10.00 sport, drink 3.00, bottle -0.40",
                    "discount 1.30; due 11.30; wallet may 9.00; refused discount-invalid: discount bottle 0.10;"
                            + " refused discount-invalid: discount 12.61; wallet 9.00; card 2.30",
                    "gym: wallet 9.00; drink: card 2.30",
                    "11.30: wallet 9.00, card 2.30",
                    "all → wallet 9.00, card 2.30"),
            new Case(
                    "a ticket exchanged: its label pays the difference only",
                    "month 49.00 sport, drink 3.00, gym -10.00 sport",
                    "due 42.00; wallet may 39.00; wallet 39.00; left 3.00; card 3.00; left 0.00",
                    "month: wallet 39.00; drink: card 3.00",
                    "42.00: wallet 39.00, card 3.00",
                    "month → wallet 39.00; drink → card 3.00"),
            new Case(
                    "a ticket taken back beyond its label pays the rest",
                    "gym 10.00 sport, drink 3.00, month -12.00 sport",
                    "due 1.00; wallet no: hint.nothing-payable; card 1.00; left 0.00",
                    "drink: card 1.00",
                    "1.00: card 1.00",
                    "drink → card 1.00"),
            new Case(
                    "more taken back than sold",
                    "bottle -0.40",
                    "wallet no: hint.negative; cash no: hint.negative; refused sale-negative: complete;"
                            + " add drink 0.30; discount 0.00; refused sale-negative: complete; drink × 2; due 0.20;"
                            + " card 0.20; left 0.00",
                    "drink: card 0.20",
                    "0.20: card 0.20",
                    "all → card 0.20"),
            new Case(
                    "nothing is taken back from what is paid",
                    "gym 10.00 sport, drink 3.00",
                    "wallet 10.00; card 2.80; refused lines-paid: add bottle -0.40; card 0.20; left 0.00;"
                            + " refused lines-paid: add bottle -0.40",
                    "gym: wallet 10.00; drink: card 2.80, card 0.20",
                    "13.00: wallet 10.00, card 2.80, card 0.20",
                    "all → wallet 10.00, card 2.80, card 0.20"),
            new Case(
                    "an empty bottle after a payment that leaves room for it",
                    "gym 10.00 sport, drink 3.00",
                    "card 2.80; wallet may 10.00; add bottle -0.40; wallet may 9.80; wallet 9.80; left 0.00",
                    "gym: card 0.20, wallet 9.80; drink: card 2.60",
                    "12.60: card 2.80, wallet 9.80",
                    "drink → card 2.60; gym → card 0.20, wallet 9.80"),
            new Case(
                    "more than the price is surplus, not change",
                    "gym 10.00 sport",
                    "wallet 15.00; left 0.00; change 0.00",
                    "gym: wallet 10.00",
                    "10.00: wallet 15.00 (surplus 5.00 on 3990)",
                    "all → wallet 15.00 (surplus 5.00 off 3990)"),
            new Case(
                    "a surplus pays no drink, and goes back with the last",
                    "gym 10.00 sport, drink 3.00",
                    "wallet 13.00; left 3.00; card 3.00; left 0.00",
                    "gym: wallet 10.00; drink: card 3.00",
                    "13.00: wallet 13.00 (surplus 3.00 on 3990), card 3.00",
                    "gym → wallet 10.00; all → wallet 3.00 (surplus 3.00 off 3990), card 3.00"),
            new Case(
                    "two receipts, the second with a surplus",
                    "gym 10.00 sport",
                    "wallet 6.00; wallet 6.00; left 0.00",
                    "gym: wallet 6.00, wallet 4.00",
                    "10.00: wallet 6.00, wallet 6.00 (surplus 2.00 on 3990)",
                    "gym 5.00 → wallet 3.00, wallet 2.00; all → wallet 3.00, wallet 4.00 (surplus 2.00 off 3990)"),
            new Case(
                    "cash rounds down",
                    "gym 10.00 sport, bar 3.02",
                    "wallet may 10.00; wallet 10.00; left 3.02; card may 3.02; cash may 3.00; cash 5.00; left 0.00;"
                            + " rounding -0.02; change 2.00",
                    "gym: wallet 10.00; bar: cash 3.02",
                    "13.02, rounding -0.02: wallet 10.00, cash 5.00 (change 2.00)",
                    "bar → cash 3.00; all → wallet 10.00"),
            new Case(
                    "cash rounds up",
                    "gym 10.00 sport, bar 3.03",
                    "wallet 10.00; cash may 3.05; cash 3.05; left 0.00; rounding 0.02",
                    "gym: wallet 10.00; bar: cash 3.03",
                    "13.03, rounding 0.02: wallet 10.00, cash 3.05",
                    "all → wallet 10.00, cash 3.05"),
            new Case(
                    "only cash rounds",
                    "gym 10.01 sport, bar 3.02",
                    "cash 3.00; wallet may 10.01; wallet 10.01; left 0.02; card 0.02; left 0.00; rounding 0.00",
                    "gym: wallet 10.01; bar: cash 3.00, card 0.02",
                    "13.03: cash 3.00, wallet 10.01, card 0.02",
                    "bar → cash 3.00, card 0.02; gym → wallet 10.01"),
            new Case(
                    "two cents are not rounded",
                    "bar 3.02",
                    "card 3.00; cash may 0.02; cash 0.02; left 0.00; rounding 0.00",
                    "bar: card 3.00, cash 0.02",
                    "3.02: card 3.00, cash 0.02",
                    "all → card 3.00, cash 0.02"),
            new Case(
                    "cents that rounding took off a line are nobody's",
                    "bar 3.02",
                    "cash 3.00",
                    "bar: cash 3.02",
                    "3.02, rounding -0.02: cash 3.00",
                    "bar 3.00 → cash 3.00; all refused: refund-nothing"),
            new Case(
                    "cash in parts rounds with the last",
                    "bar 3.03",
                    "cash 1.00; rounding 0.00; left 2.03; cash may 2.05; cash 2.05; left 0.00; rounding 0.02",
                    "bar: cash 1.00, cash 2.03",
                    "3.03, rounding 0.02: cash 1.00, cash 2.05",
                    "bar → cash 1.00, cash 2.05"),
            new Case(
                    "cash goes back rounded, and no cent more than came",
                    "bar 3.03, drink 2.04",
                    "cash may 5.05; cash 10.00; rounding -0.02; change 4.95",
                    "bar: cash 3.03; drink: cash 2.04",
                    "5.07, rounding -0.02: cash 10.00 (change 4.95)",
                    "bar → cash 3.05; drink → cash 2.00"),
            new Case(
                    "cash goes back by card to the cent",
                    "bar 3.03, drink 2.04",
                    "cash 5.05",
                    "bar: cash 3.03; drink: cash 2.04",
                    "5.07, rounding -0.02: cash 5.05",
                    "bar by card → card 3.03; drink by card → card 2.02"),
            new Case(
                    "rounding goes with the cash that is taken out",
                    "bar 3.03",
                    "cash 3.05; rounding 0.02; take out cash; rounding 0.00; left 3.03; card 3.03",
                    "bar: card 3.03",
                    "3.03: card 3.03",
                    "all → card 3.03"),
            new Case(
                    "what is added after rounding is rounded by itself",
                    "bar 3.03",
                    "cash 3.05; add drink 2.04; left 2.04; cash may 2.05; cash 2.05; rounding 0.03",
                    "bar: cash 3.03; drink: cash 2.04",
                    "5.07, rounding 0.03: cash 3.05, cash 2.05",
                    "all → cash 3.05, cash 2.05"),
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
