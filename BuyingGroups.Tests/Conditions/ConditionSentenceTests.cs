using BuyingGroups.Domain.Conditions;
using BuyingGroups.Domain.People;
using static BuyingGroups.Tests.Conditions.ConditionWorld;

namespace BuyingGroups.Tests.Conditions;

public sealed class ConditionSentenceTests
{
    public static TheoryData<Condition, string> Sentences => new()
    {
        { Condition.Everything, "All accounts" },
        { Filter("industry", ConditionOperator.Is, "Logistics"), "Accounts where industry is Logistics" },
        {
            All(Filter("industry", ConditionOperator.IsAnyOf, "Logistics", "Transport", "Shipping"), Filter("numberOfEmployees", ConditionOperator.GreaterOrEqual, "1200")),
            "Accounts where industry is Logistics, Transport or Shipping and number of employees ≥ 1,200"
        },
        {
            All(Filter("sicCode", ConditionOperator.IsEmpty), Any(Filter("billingCountry", ConditionOperator.IsNot, "Sweden"), Filter("custom:5", ConditionOperator.Is, "EMEA"))),
            "Accounts where SIC code is empty and (billing country is not Sweden or Region is EMEA)"
        },
        { Filter("annualRevenue", ConditionOperator.Between, "1000000", "2500000.5"), "Accounts where annual revenue is between 1,000,000 and 2,500,000.5" },
        { Filter("createdAt", ConditionOperator.InLastDays, "30"), "Accounts where created is in the last 30 days" },
        { Filter("custom:4", ConditionOperator.IsFalse), "Accounts where Strategic is false" },
        { HasFilter.Some("people"), "Accounts where there are people" },
        {
            new HasFilter("people", ConditionOperator.GreaterOrEqual, 2, All(Filter("persona", ConditionOperator.Is, "1"), Filter("city", ConditionOperator.Is, "Lund"))),
            "Accounts where there are at least 2 people where (persona is SVP/VP and city is Lund)"
        },
        {
            HasFilter.Some("buyingGroups", Filter("solutionInterest", ConditionOperator.Is, "1"), Filter("peopleInRole:1", ConditionOperator.Less, "1")),
            "Accounts where there is a matched buying group where (solution interest is Fleet analytics and number of people in role Decision Maker < 1)"
        },
        { HasFilter.None("opportunities", Filter("state", ConditionOperator.Is, "open")), "Accounts where there is no opportunity where state is open" },
        { Filter("custom:99", ConditionOperator.Is, "x"), "Accounts where (deleted field custom:99) is x" },
        { Filter("owner", ConditionOperator.Is, "77"), "Accounts where owner is (deleted: 77)" },
        { Filter("industry", ConditionOperator.Is), "Accounts where industry is …" },
        { new UnreadableCondition("{"), "Accounts where (a condition that cannot be read)" },
    };

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_condition_reads_back_as_one_plain_sentence(Condition condition, string sentence) =>
        Assert.Equal(sentence, Sentence.Of(condition, ConditionScope.Account));

    [Fact]
    public void Every_operator_of_every_attribute_has_its_own_words()
    {
        foreach (var scope in Enum.GetValues<ConditionScope>())
        {
            foreach (var attribute in Catalog.Attributes(scope))
            {
                var clauses = attribute.Operators.Where(@operator => @operator != ConditionOperator.IsAnyOf)
                    .Select(@operator => Sentence.Clause(Filter(attribute.Key, @operator, "1", "2"), scope)).ToList();
                Assert.Equal(clauses.Count, clauses.Distinct().Count());
            }
        }
    }

    [Fact]
    public void Other_languages_fill_their_own_templates()
    {
        var swedish = new SentenceLanguage(
            (text, arguments) => string.Format(System.Globalization.CultureInfo.InvariantCulture, text switch { "Accounts where {0}" => "Konton där {0}", "{0} is {1}" => "{0} är {1}", "Industry" => "Bransch", _ => text }, arguments),
            System.Globalization.CultureInfo.GetCultureInfo("sv-SE"));

        Assert.Equal("Konton där bransch är Logistik", new ConditionSentence(Catalog, swedish).Of(Filter("industry", ConditionOperator.Is, "Logistik"), ConditionScope.Account));
    }

    [Fact]
    public void The_reason_tells_what_matched_and_nothing_else()
    {
        var condition = Any(
            All(Filter("jobTitle", ConditionOperator.Contains, "CEO"), Filter("country", ConditionOperator.Is, "Sweden")),
            Filter("jobTitle", ConditionOperator.IsAnyOf, "VP Sales", "VP Finance"),
            Filter("persona", ConditionOperator.Is, "1"));
        var reason = new ConditionReason<Person>(condition, Catalog, Sentence);

        Assert.Equal("job title is VP Finance", reason.Why(Person("vp finance")));
        Assert.Equal("persona is SVP/VP", reason.Why(Person("SVP")));
        Assert.Null(reason.Why(Person("CEO")));
        var swede = Person("CEO");
        swede.Country = "Sweden";
        Assert.Equal("job title contains CEO and country is Sweden", reason.Why(swede));
    }
}
