using Bunit;
using BuyingGroups.Portal.Features.People;
using BuyingGroups.Tests.Features.Accounts;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;

namespace BuyingGroups.Tests.Features.People;

public sealed class PeoplePagesTests : PageTest
{
    [Fact]
    public async Task The_list_shows_what_its_address_asks_for()
    {
        var north = await Portal.AccountAsync("Northwind");
        await Portal.PersonAsync(north, "Maria", "Anders", with: p => p.JobTitle = "VP Operations");
        await Portal.PersonAsync(north, "Bo", "Zeta", with: p => p.JobTitle = "Clerk");
        await Portal.PersonAsync(await Portal.AccountAsync("Other"), "Ed", "Vp", with: p => p.JobTitle = "VP Sales");

        var list = Show<PeoplePage>($"/people?account={north.Id}&title=vp");

        list.WaitForAssertion(() => Assert.Equal("Maria Anders", Assert.Single(list.FindAll("tr[data-row] a.m")).TextContent));
        Assert.Equal(["Account is Northwind", "Job title contains “vp”"], list.FindAll(".fchip .chipbtn").Select(chip => chip.TextContent.Trim()));
    }

    [Fact]
    public async Task The_page_shows_the_profile_and_the_groups()
    {
        var north = await Portal.AccountAsync("Northwind");
        var maria = await Portal.PersonAsync(north, "Maria", "Anders", with: p => p.Unsubscribed = true);
        var group = await Portal.GroupAsync(north);
        await Portal.MemberAsync(group, maria);

        var page = Show<PersonPage>($"/people/{maria.Id}", with => with.Add(p => p.Id, maria.Id));

        page.WaitForAssertion(() => Assert.Equal("Maria Anders", page.Find("h1").TextContent));
        Assert.Equal("Fleet analytics for Northwind", page.Find($"a[href='/buying-groups/{group.Id}']").TextContent);
        Assert.Contains("Manual", page.Find(".chip.so-manual").TextContent, StringComparison.Ordinal);
        Assert.Equal("mailto:maria.anders@example.com", page.Find("a[href^=mailto]").GetAttribute("href"));
    }

    [Fact]
    public async Task A_person_is_added_to_the_account_the_page_came_from()
    {
        var north = await Portal.AccountAsync("Northwind");
        var form = Show<EditPersonPage>($"/people/new?account={north.Id}");
        await form.WaitForElement("input[name=email]").ChangeAsync("maria@example.com");
        await form.Find("input[name=roles]").ChangeAsync("Employee, Owner");
        await form.Find("form").SubmitAsync();

        form.WaitForAssertion(() => Assert.Matches(@"^/people/\d+$", Address.Path));
        var person = (await Portal.AskAsync(new GetPerson(long.Parse(Address.Path.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture)))).Demand();
        Assert.Equal(("Northwind", 2), (person.AccountName, person.Person.RolesInAccount.Count));
    }

    [Fact]
    public async Task Two_records_of_one_person_are_merged_after_a_look_at_what_happens()
    {
        var north = await Portal.AccountAsync("Northwind");
        var maria = await Portal.PersonAsync(north, "Maria", "Anders");
        var twin = await Portal.PersonAsync(north, "Mary", "Anders", with: p => p.Phone = "+46 8 1");
        await Portal.PersonAsync(north, "Bo", "Zeta");

        var page = Show<MergePage>($"/people/{maria.Id}/merge", with => with.Add(p => p.Id, maria.Id));
        page.WaitForAssertion(() => Assert.Equal("Mary Anders", Assert.Single(page.FindAll("[role=radiogroup] .m")).TextContent));
        await page.Find("input[type=radio]").ChangeAsync(new ChangeEventArgs { Value = "on" });
        page.WaitForAssertion(() => Assert.Contains("+46 8 1", page.Find("[data-preview]").TextContent, StringComparison.Ordinal));
        var merge = page.FindAll("button").Single(button => button.TextContent == "Merge").ClickAsync();
        Confirm();
        await merge;

        page.WaitForAssertion(() => Assert.Equal($"/people/{maria.Id}", Address.Path));
        await using var context = Portal.Open();
        Assert.False(await context.People.AnyAsync(p => p.Id == twin.Id));
    }
}
