using BuyingGroups.Domain.Journeys;
using BuyingGroups.Domain.Journeys.Json;
using BuyingGroups.Domain.Journeys.Nodes;
using BuyingGroups.Domain.Journeys.Waiting;
using BuyingGroups.Tests.Journeys.RandomJourneys;

namespace BuyingGroups.Tests.Journeys;

public sealed class JourneyJsonTests
{
    private const string Small = """{"schema":1,"start":"a","nodes":[{"id":"a","kind":"accountAudience","settings":{"audience":{"id":1}},"paths":[{"key":"next","kind":"next","to":"w"}]},{"id":"w","kind":"wait","name":"A while","settings":{"until":{"duration":{"amount":5,"unit":"days"},"mustEndOn":{"days":["monday","tuesday"],"time":"09:00"},"timeZone":"Europe/Stockholm"}},"paths":[{"key":"next","kind":"next"}]}],"settings":{"endsAt":"2027-01-31T12:30:00Z"}}""";

    [Fact]
    public void The_stored_form_is_stable()
    {
        var wait = new WaitSettings(new(new(5, WaitUnit.Days), null, new([DayOfWeek.Monday, DayOfWeek.Tuesday], new TimeOnly(9, 0)), "Europe/Stockholm"));
        var document = (JourneyDocument.Empty with { Start = new("a"), Settings = new() { EndsAt = new(2027, 1, 31, 12, 30, 0, DateTimeKind.Utc) } })
            .With(new(new("w"), wait, [JourneyPath.Next(null)]) { Name = "A while" })
            .With(new(new("a"), new AccountAudienceSettings(1, null), [JourneyPath.Next(new("w"))]));

        Assert.Equal(Small, JourneyJson.Write(document));
        Assert.Equal(document, JourneyJson.Read(Small).Document);
    }

    [Fact]
    public void Every_document_comes_back_the_same_and_gives_the_same_text()
    {
        for (var seed = 0; seed < 150; seed++)
        {
            var document = RandomJourney.Make(seed, 5 + seed);
            foreach (var indented in new[] { false, true })
            {
                var text = JourneyJson.Write(document, indented);
                var reading = JourneyJson.Read(text);

                Assert.Empty(reading.Problems);
                Assert.Equal(document, reading.Document);
                Assert.Equal(text, JourneyJson.Write(reading.Document!, indented));
            }
        }
    }

    [Fact]
    public void The_smallest_document_is_an_empty_draft() => Assert.Equal(JourneyDocument.Empty, JourneyJson.Read("""{"schema":1,"nodes":[]}""").Document);

    [Theory]
    [InlineData("", "JourneyTextNotJson")]
    [InlineData("{", "JourneyTextNotJson")]
    [InlineData("null", "JourneyTextNotAnObject")]
    [InlineData("[]", "JourneyTextNotAnObject")]
    [InlineData("{}", "JourneySchemaUnknown")]
    [InlineData("""{"schema":2,"nodes":[]}""", "JourneySchemaUnknown")]
    [InlineData("""{"schema":"1","nodes":[]}""", "JourneySchemaUnknown")]
    [InlineData("""{"schema":1}""", "JourneyPartWrong")]
    [InlineData("""{"schema":1,"schema":1,"nodes":[]}""", "JourneyTextNotJson")]
    [InlineData("""{"schema":1,"nodes":[null]}""", "JourneyListWithNull")]
    [InlineData("""{"schema":1,"nodes":[7]}""", "NodeIdWrong")]
    [InlineData("""{"schema":1,"nodes":[{"id":"Ö","kind":"merge"}]}""", "NodeIdWrong")]
    [InlineData("""{"schema":1,"nodes":[],"start":7}""", "JourneyPartWrong")]
    [InlineData("""{"schema":1,"nodes":[],"colour":"red"}""", "JourneyMemberUnknown")]
    [InlineData("""{"schema":1,"nodes":[],"settings":{"endsAt":"2027-01-31T12:30:00"}}""", "JourneyPartWrong")]
    [InlineData("""{"schema":1,"nodes":[],"settings":{"colour":"red"}}""", "JourneyMemberUnknown")]
    [InlineData("""{"schema":1,"nodes":[],"start":"\ud800"}""", "JourneyTextNotJson")]
    [InlineData("""{"schema":1,"nodes":[],"start":"\u0000"}""", "JourneyTextWithNul")]
    public void A_text_that_is_no_document_is_refused(string text, string name)
    {
        var reading = JourneyJson.Read(text);

        Assert.Null(reading.Document);
        Assert.Equal(name, reading.Problems[0].Refusal.Name);
    }

    [Theory]
    [InlineData("""{"id":"x","kind":"spell"}""", "Node “x”: There is no node kind “spell”.")]
    [InlineData("""{"id":"x"}""", "Node “x”: There is no node kind “”.")]
    [InlineData("""{"id":"x","kind":"merge","colour":1}""", "Node “x”: “colour” is not a member that belongs here.")]
    [InlineData("""{"id":"x","kind":"merge","name":1}""", "Node “x”: “name” is missing or has a value that does not belong there.")]
    [InlineData("""{"id":"x","kind":"wait"}""", "Node “x”: “until” is missing in “settings”.")]
    [InlineData("""{"id":"x","kind":"wait","settings":null}""", "Node “x”: “settings” is missing or has a value that does not belong there.")]
    [InlineData("""{"id":"x","kind":"wait","settings":{"until":null}}""", "Node “x”: “settings.until” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"wait","settings":{"until":{"duration":{"amount":1.5,"unit":"days"}}}}""", "Node “x”: “settings.until.duration.amount” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"wait","settings":{"until":{"duration":{"amount":1,"unit":3}}}}""", "Node “x”: “settings.until.duration.unit” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"wait","settings":{"until":{"date":"2027-01-31T12:30:00Z"}}}""", "Node “x”: “settings.until.date” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"wait","settings":{"until":{"colour":"red"}}}""", "Node “x”: “settings.until.colour” is not a member that belongs here.")]
    [InlineData("""{"id":"x","kind":"wait","settings":{"until":{"mustEndOn":{"days":["someday"]}}}}""", "Node “x”: “settings.until.mustEndOn.days[0]” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"merge","paths":{}}""", "Node “x”: “paths” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"merge","paths":[{"kind":"next"}]}""", "Node “x”: “key” is missing in “paths[0]”.")]
    [InlineData("""{"id":"x","kind":"merge","paths":[{"key":"a","kind":"next"},{"key":"a","kind":"next"}]}""", "Node “x”: Two paths of the node have the key “a”.")]
    [InlineData("""{"id":"x","kind":"merge","paths":[{"key":"A b","kind":"next"}]}""", "Node “x”: The path key “A b” is not made of")]
    [InlineData("""{"id":"x","kind":"merge","paths":[{"key":"a","kind":"next","to":"Ö"}]}""", "Node “x”: “paths[0].to” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"splitByAccounts","paths":[{"key":"a","kind":"branch","condition":{"kind":"spell"}}]}""", "Node “x”: “paths[0].condition")]
    [InlineData("""{"id":"x","kind":"splitByAccounts","paths":[{"key":"a","kind":"branch","condition":{}}]}""", "Node “x”: “paths[0]")]
    [InlineData("""{"id":"x","kind":"splitByAccounts","paths":[{"key":"a","kind":"branch","condition":{"kind":"field","attribute":null,"operator":"is","values":["x"]}}]}""", "Node “x”: “paths[0].condition.attribute” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"listenForEvent","settings":{"event":{"kind":"eclipse"}}}""", "Node “x”: “settings.event.kind” is missing or has a value")]
    [InlineData("""{"id":"x","kind":"merge"},{"id":"x","kind":"merge"}""", "Node “x”: There are two nodes with the id “x”.")]
    public void What_is_wrong_with_a_node_is_told_with_the_node_and_the_place(string node, string expected)
    {
        var reading = JourneyJson.Read($$"""{"schema":1,"nodes":[{{node}}]}""");

        Assert.Null(reading.Document);
        Assert.StartsWith(expected, reading.Problems[0].ToString(), StringComparison.Ordinal);
        Assert.Equal(new NodeId("x"), reading.Problems[0].Node);
    }

    [Fact]
    public void Too_many_nodes_too_long_a_text_and_too_deep_a_condition_are_refused()
    {
        var nodes = string.Join(',', Enumerable.Range(0, JourneyLimits.Nodes + 1).Select(number => $$"""{"id":"n{{number}}","kind":"merge"}"""));
        var deep = string.Concat(Enumerable.Repeat("""{"kind":"group","match":"all","conditions":[""", 5000)) + string.Concat(Enumerable.Repeat("]}", 5000));

        Assert.Equal(new TooManyNodes(JourneyLimits.Nodes), JourneyJson.Read($$"""{"schema":1,"nodes":[{{nodes}}]}""").Problems[0].Refusal);
        Assert.Equal("JourneyTextNotJson", JourneyJson.Read("{\"schema\":1,\"nodes\":[],\"start\":\"" + (char)0xD800 + "\"}").Problems[0].Refusal.Name);
        Assert.Equal("JourneyTextTooLong", JourneyJson.Read(new string(' ', JourneyLimits.TextLength + 1)).Problems[0].Refusal.Name);
        Assert.Equal("JourneyTextNotJson", JourneyJson.Read("""{"schema":1,"nodes":[],"settings":{"goal":""" + deep + "}}").Problems[0].Refusal.Name);
    }

    [Fact]
    [Trait("Category", "Fuzz")]
    public void No_damaged_text_throws()
    {
        var random = new Random(9);
        var texts = Enumerable.Range(0, 30).Select(seed => JourneyJson.Write(RandomJourney.Make(seed, 8))).Append(Small).ToList();
        var refused = 0;
        for (var round = 0; round < 20_000; round++)
        {
            var text = Damaged(texts[random.Next(texts.Count)], random, texts);
            var reading = JourneyJson.Read(text);
            Assert.Equal(reading.Document is null, reading.Problems.Count > 0);
            refused += reading.Problems.Count > 0 ? 1 : 0;
            foreach (var problem in reading.Problems)
                Assert.NotEmpty(problem.ToString());
            if (reading.Document is { } document)
                Assert.Equal(document, JourneyJson.Read(JourneyJson.Write(document)).Document);
        }
        Assert.InRange(refused, 10_000, 20_000);
    }

    private static string Damaged(string text, Random random, List<string> others)
    {
        for (var wounds = random.Next(1, 4); wounds > 0 && text.Length > 2; wounds--)
        {
            var at = random.Next(text.Length);
            text = random.Next(8) switch
            {
                0 => text[..at],
                1 => text.Remove(at, 1),
                2 => text.Insert(at, "\ud800\0null,[]{}\":-1e999"[random.Next(18)].ToString()),
                3 => text.Insert(at, "null"),
                4 => Swapped(text, random, ["null", "\"\"", "-1", "1e400", "[]", "{}", "true", "\"\\ud800\"", "[null]"]),
                5 => Swapped(text, random, ["\"merge\"", "\"next\"", "\"kind\"", "\"id\"", "\"branch\"", "\"other\""]),
                6 => text.Insert(at, others[random.Next(others.Count)][..random.Next(1, 60)]),
                _ => text.Remove(at, Math.Min(random.Next(1, 30), text.Length - at)),
            };
        }
        return text;
    }

    /// <summary>Puts something else in the place of a text of the document, quotes included, so that it mostly stays JSON.</summary>
    private static string Swapped(string text, Random random, string[] values)
    {
        var from = text.IndexOf('"', random.Next(text.Length));
        var to = from < 0 ? -1 : text.IndexOf('"', from + 1);
        return to < 0 ? text : string.Concat(text.AsSpan(0, from), values[random.Next(values.Length)], text.AsSpan(to + 1));
    }
}
