//! A person looks around, searches, and buys.

use serde_json::{Value, json};

use super::telling::Telling;

const WORDS: [&str; 48] = [
    "jacket",
    "running shoes",
    "yoga mat",
    "hoodie",
    "rain",
    "tent",
    "socks",
    "merino",
    "waterproof",
    "sale",
    "backpack",
    "leggings",
    "beanie",
    "kids",
    "gift card",
    "trail",
    "black",
    "size 42",
    "wool",
    "headlamp",
    "water bottle",
    "shorts",
    "swim",
    "ski",
    "return",
    "blau",
    "regenjacke",
    "sac à dos",
    "größe l",
    "chaussures",
    "ヨガ",
    "靴",
    "mochila",
    "thermal",
    "fleece",
    "gloves",
    "watch band",
    "kettlebell",
    "sandals",
    "cap",
    "vegan",
    "recycled",
    "down",
    "softshell",
    "carry on",
    "duffel",
    "compression",
    "reflective",
];

const PLAIN_WORDS: [&str; 60] = [
    "the",
    "is",
    "and",
    "it",
    "very",
    "I",
    "a",
    "to",
    "fits",
    "good",
    "not",
    "for",
    "size",
    "too",
    "colour",
    "was",
    "with",
    "small",
    "my",
    "nice",
    "quality",
    "would",
    "again",
    "after",
    "large",
    "wash",
    "but",
    "comfortable",
    "delivery",
    "buy",
    "bought",
    "returned",
    "warm",
    "light",
    "week",
    "zipper",
    "broke",
    "perfect",
    "gift",
    "love",
    "exactly",
    "as",
    "described",
    "cheap",
    "expensive",
    "photo",
    "looks",
    "different",
    "soft",
    "itchy",
    "runs",
    "true",
    "recommend",
    "friend",
    "daughter",
    "worn",
    "hike",
    "gym",
    "disappointed",
    "amazing",
];

impl Telling<'_> {
    pub(super) fn view_screen(&mut self) {
        let screen = *self.dice.popular(&[
            "home",
            "category",
            "product",
            "search",
            "cart",
            "account",
            "orders",
            "stores",
            "settings",
            "wishlist",
            "checkout/address",
            "checkout/payment",
            "help",
        ]);
        let parent = self.hub(
            "Analytics Track",
            ("generic.track", "requestcontent"),
            json!({
                "state": screen,
                "contextdata": {
                    "luma.previous": self.dice.popular(&["home", "category", "search", "push"]),
                    "luma.tab": self.dice.between(1, 5).to_string(),
                },
            }),
        );
        let data = json!({
            "xdm": {
                "eventType": "web.webpagedetails.pageViews",
                "web": {
                    "webPageDetails": {
                        "name": screen, "pageViews": {"value": 1},
                        "URL": format!("luma://{screen}?sid={}", self.dice.base64(11)),
                    },
                },
            },
            "data": {"contextdata": {"luma.loadMs": self.dice.between(30, 2400).to_string()}},
        });
        self.edge_request("Edge Bridge Request", data, Some(&parent), None);
    }

    pub(super) fn search(&mut self) {
        let mut words = (*self.dice.popular(&WORDS)).to_owned();
        if self.dice.chance(0.5) {
            words = format!("{words} {}", self.dice.any(&WORDS));
        }
        if self.dice.chance(0.1) {
            // Somebody mistypes.
            words.pop();
        }
        let found = self.dice.between(0, 240);
        let data = json!({
            "xdm": {
                "eventType": "siteSearch",
                "siteSearch": {
                    "phrase": words, "numberOfResults": found,
                    "sort": {"order": self.dice.any(&["relevance", "price", "new"])},
                },
                "productListItems": self.items(found.min(3) as usize),
            },
        });
        self.edge_request("AEP Request Event", data, None, None);
    }

    pub(super) fn view_list(&mut self) {
        let count = self.dice.between(2, 8) as usize;
        let data = json!({
            "xdm": {
                "eventType": "commerce.productListViews", "commerce": {"productListViews": {"value": 1}},
                "productListItems": self.items(count),
            },
        });
        self.edge_request("AEP Request Event", data, None, None);
    }

    pub(super) fn view_product(&mut self) {
        let data = json!({
            "xdm": {
                "eventType": "commerce.productViews", "commerce": {"productViews": {"value": 1}},
                "productListItems": self.items(1), "_luma": self.shopper(),
            },
        });
        self.edge_request("AEP Request Event", data, None, None);
    }

    pub(super) fn add_to_cart(&mut self) {
        let place = self.product();
        let quantity = self.dice.weighted(&[(80, 1), (15, 2), (5, 4)]).to_owned();
        self.cart.push((place, quantity));
        let item = self.item(place, quantity);
        let data = json!({
            "xdm": {
                "eventType": "commerce.productListAdds",
                "commerce": {"productListAdds": {"value": 1}, "cart": {"cartID": self.dice.uuid()}},
                "productListItems": [item], "_luma": self.shopper(),
            },
        });
        self.edge_request("AEP Request Event", data, None, None);
    }

    pub(super) fn remove_from_cart(&mut self) {
        let Some((place, quantity)) = self.cart.pop() else {
            return self.view_product();
        };
        let item = self.item(place, quantity);
        let data = json!({
            "xdm": {
                "eventType": "commerce.productListRemovals", "commerce": {"productListRemovals": {"value": 1}},
                "productListItems": [item],
            },
        });
        self.edge_request("AEP Request Event", data, None, None);
    }

    pub(super) fn check_out(&mut self) {
        let (items, _) = self.cart_items();
        let data = json!({
            "xdm": {
                "eventType": "commerce.checkouts", "commerce": {"checkouts": {"value": 1}}, "productListItems": items,
            },
        });
        self.edge_request("AEP Request Event", data, None, None);
    }

    /// Buys what is in the cart, with a voucher: this one, or now and then one of the person's own.
    pub(super) fn buy(&mut self, voucher: Option<&str>) {
        let (items, cents) = self.cart_items();
        self.cart.clear();
        let own = format!("LUMA-{}-{}", self.dice.code(5), self.dice.digits(5));
        let voucher = voucher.or(self.dice.chance(0.3).then_some(own.as_str()));
        let shipping = *self.dice.any(&[0, 495, 995]);
        let mut order = json!({
            "purchaseID": format!("{}-{}", self.dice.any(&["US", "DE", "FR", "CH", "JP"]), self.dice.digits(9)),
            "purchaseOrderNumber": self.dice.hex(12),
            "currencyCode": self.dice.popular(&["USD", "EUR", "CHF", "GBP", "JPY"]),
            "priceTotal": price(cents + shipping),
            "payments": [
                {
                    "transactionID": self.dice.base64(20),
                    "paymentType": self.dice.any(&["credit_card", "apple_pay", "paypal", "gift_card"]),
                    "paymentAmount": price(cents + shipping),
                },
            ],
        });
        if let Some(voucher) = voucher {
            order["discount"] = json!({"couponCode": voucher, "amount": price(cents / 10)});
        }
        let data = json!({
            "xdm": {
                "eventType": "commerce.purchases",
                "commerce": {
                    "purchases": {"value": 1}, "order": order,
                    "shipping": {
                        "shippingMethod": self.dice.any(&["standard", "express", "pick up"]),
                        "shippingAmount": price(shipping),
                    },
                },
                "productListItems": items,
            },
        });
        self.edge_request("AEP Request Event", data, None, None);
    }

    /// Somebody writes what they think of a product.
    pub(super) fn review(&mut self) {
        let place = self.product();
        let mut text = String::new();
        for _ in 0..self.dice.between(4, 60) {
            let word = if self.dice.chance(0.2) {
                self.dice.any(&WORDS)
            } else {
                self.dice.popular(&PLAIN_WORDS)
            };
            text.push_str(word);
            let gaps = [(80, " "), (8, ", "), (8, ". "), (3, "! "), (1, " 👍 ")];
            let gap = self.dice.weighted(&gaps);
            text.push_str(gap);
        }
        let item = self.item(place, 1);
        let data = json!({
            "xdm": {
                "eventType": "luma.review", "productListItems": [item],
                "_luma": {"review": {"stars": self.dice.popular(&[5, 4, 1, 3, 2]), "text": text}},
            },
        });
        self.edge_request("AEP Request Event", data, None, None);
    }

    /// The shop's own fields.
    fn shopper(&mut self) -> Value {
        json!({
            "loyalty": {
                "tier": self.dice.popular(&["none", "silver", "gold", "platinum"]),
                "points": self.dice.between(0, 48_000),
            },
            "experiments": [
                format!("pdp-{}", self.dice.between(100, 160)),
                format!("nav-{}", self.dice.any(&["a", "b", "control"])),
            ],
            "screenTime": self.dice.between(200, 90_000) as f64 / 1000.0,
        })
    }

    fn product(&mut self) -> usize {
        let last = self.world.products.len() as f64 - 1.0;
        let popularity = self.dice.between(0, 9_999) as f64 / 10_000.0;
        (popularity.powi(2) * last) as usize
    }

    fn items(&mut self, count: usize) -> Vec<Value> {
        (0..count)
            .map(|_| {
                let place = self.product();
                self.item(place, 1)
            })
            .collect()
    }

    fn cart_items(&mut self) -> (Vec<Value>, i64) {
        if self.cart.is_empty() {
            let place = self.product();
            self.cart.push((place, 1));
        }
        let cart = self.cart.clone();
        let cents = cart
            .iter()
            .map(|(place, quantity)| self.world.products[*place].cents * quantity)
            .sum();
        (
            cart.iter()
                .map(|(place, quantity)| self.item(*place, *quantity))
                .collect(),
            cents,
        )
    }

    fn item(&mut self, place: usize, quantity: i64) -> Value {
        let product = &self.world.products[place];
        let mut item = json!({
            "SKU": product.sku, "name": product.name, "quantity": quantity, "currencyCode": "USD",
            "priceTotal": price(product.cents * quantity), "productCategories": [{"categoryID": product.category}],
        });
        if self.dice.chance(0.3) {
            item["productImageUrl"] = product.image.as_str().into();
        }
        item
    }
}

fn price(cents: i64) -> f64 {
    cents as f64 / 100.0
}
