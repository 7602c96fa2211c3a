//! A person shops.

use serde_json::{Value, json};

use super::app::App;
use super::draft::Draft;
use super::edge::{self, Call};

struct Product {
    sku: &'static str,
    name: &'static str,
    cents: i64,
}

const PRODUCTS: [Product; 8] = [
    Product {
        sku: "LLMH09",
        name: "Teton Pullover Hoodie",
        cents: 7000,
    },
    Product {
        sku: "LLWB07",
        name: "Voyage Yoga Bag",
        cents: 3200,
    },
    Product {
        sku: "LLMS05",
        name: "Helios Endurance Tank",
        cents: 3200,
    },
    Product {
        sku: "LLWJ12",
        name: "Olivia Zip Jacket — Größe M",
        cents: 7700,
    },
    Product {
        sku: "LLUG02",
        name: "Quest Lumaflex™ Band",
        cents: 1900,
    },
    Product {
        sku: "LLMP11",
        name: "Caesar Warm-Up Pant",
        cents: 3500,
    },
    Product {
        sku: "LLWH03",
        name: "Daphne 全拉链连帽衫",
        cents: 5900,
    },
    Product {
        sku: "LLUB04",
        name: "Sprite Foam Yoga Brick",
        cents: 500,
    },
];

/// One step of shopping, sent to the Edge Network: mostly looks, now and then an order.
pub(super) fn shopping(app: &mut App) -> Vec<Draft> {
    let (event_type, measure, products) = match app.between(0, 9) {
        0..=4 => ("commerce.productViews", "productViews", 1),
        5..=6 => ("commerce.productListAdds", "productListAdds", 1),
        7 => ("commerce.checkouts", "checkouts", 2),
        _ => ("commerce.purchases", "purchases", app.between(1, 4)),
    };
    let items: Vec<(Value, i64)> = (0..products).map(|_| item(app)).collect();
    let total: i64 = items.iter().map(|(_, cents)| cents).sum();
    let items: Vec<Value> = items.into_iter().map(|(item, _)| item).collect();
    let mut commerce = json!({measure: {"value": 1}});
    if measure == "purchases" {
        commerce["order"] = json!({
            "purchaseID": format!("LUMA-{}", app.between(100_000, 999_999)),
            "priceTotal": price(total),
            "currencyCode": "USD",
            "payments": [{"paymentType": app.pick(&["credit_card", "apple_pay", "paypal"]), "paymentAmount": price(total)}],
        });
    }
    let data = json!({
        "xdm": {
            "eventType": event_type,
            "timestamp": app.xdm_time(),
            "commerce": commerce,
            "productListItems": items,
            "identityMap": {"ECID": [{"id": app.ecid, "authenticatedState": "ambiguous", "primary": false}]},
        },
        "datasetId": app.dataset,
    });
    edge::request(app, &Call::new("AEP Request Event", data))
}

fn item(app: &mut App) -> (Value, i64) {
    let index = app.between(0, PRODUCTS.len() as i64 - 1);
    let product = &PRODUCTS[index as usize];
    let quantity = app.between(1, 3);
    let total = product.cents * quantity;
    let item = json!({
        "SKU": product.sku,
        "name": product.name,
        "quantity": quantity,
        "currencyCode": "USD",
        "priceTotal": price(total),
    });
    (item, total)
}

fn price(cents: i64) -> f64 {
    cents as f64 / 100.0
}
