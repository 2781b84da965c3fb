using static System.DayOfWeek;
using static Underpin.Demonstration.Piece;

namespace Underpin.Demonstration.Learners;

/// <summary>Held the Level 2 award until it came out that two units were copied from another portfolio.</summary>
internal static class CallumReid
{
    static readonly Onlooker Office = new("Paula Venn", "paula.venn@harbourside.example", "Office manager at Northquay School");

    public static void Tell(Story story, Cast cast)
    {
        var callum = new LearnerStory(story, cast, cast.Callum, "EITQ-L2A");
        callum.Asks(114, cast.Northquay);
        callum.IsAccepted(114, "EIT201", "EIT206");

        callum.Achieves("EIT203", 108,
        [
            Account("Who does what here", "1.1 1.2 1.3", "The chart is on the staff-room wall and I copied it and added the kitchen and the site team. I spent an hour in the office (they need the printer before nine) and an hour with PE (they need the hall sound). I use the school's names for rooms and year groups."),
            SamOkafor.WeekByTheTimetable with { Title = "How I plan my week" },
            Witnessed("Working in rooms", "3.1 3.2 3.3 3.4", Office, "Callum signs in and wears his badge. He is polite to staff and to the children, from Year 7 to the sixth form, and he waits for the teacher. He did his part in the lockdown practice, which was to check the back doors."),
        ], "", "All criteria met.", cast.Owen, "Met on the papers. The account of the week is very full for a first unit; I have asked the assessor to talk it through with him.");

        callum.Achieves("EIT204", 102,
        [
            Account("Keeping children safe", "1.1 1.2 1.3 1.4 2.1 2.2 2.3", "Our lead is Mrs Okell and her deputy Mr Rowe. I know the form: facts, times, the child's own words. I would not ask questions or promise to keep a secret. If there were something on a screen I would not touch it. I leave doors open. I do not answer pupils on social media. I would not open a mailbox unless the head says so in writing."),
            Account("Filter test", "3.1 3.2 3.3", "I ran the safe test pages with Mrs Okell on a laptop, a tablet and a classroom desktop, all blocked, and a test alert reached her. Requests to open a site go to her on the form; I have passed on three."),
            Account("Data", "4.1 4.2 4.3 4.4", "I black out names before a picture goes to a supplier. Pupil data goes by the school portal, staff data by the HR system, and medical data is never e-mailed. I ask before I take over a screen and give people time. When a tablet was left on the bus I rang the office and the data lead from the bus stop and told them which tablet, when, and that it was encrypted."),
        ], "", "Met. Next time, more about what you did and less about what you would do.", cast.Owen, "Agreed. Thin in 1.2 but met.");

        callum.Achieves("EIT201", 97,
        [
            Account("My requests", "1.1 1.2 1.3 2.1 2.2 2.4 3.4 4.3", "A month of requests: passwords (4), printing (3), no sound (2), no picture (2), laptops that would not start (2), a wireless fault. I ask what they were doing and when it started, write it down, take stopped lessons first and give the class the trolley. The wireless fault I passed to Ana with rooms and times. I ask before I close. The passwords were four from one form on one day, so I told Ana."),
            Account("Helping people", "1.4 2.3 3.1 3.2 3.3 4.1 4.2", "I check who people are by their staff number. I helped a pupil with her teacher there. I told people when, and rang if it would be late. One teacher shouted and I stayed calm and said what I could do and when. I showed the office how to merge letters until they could do it and made them a one-page guide with pictures."),
        ], "", "Met.", cast.Owen, "Agreed.");

        callum.Achieves("EIT206", 93,
        [
            SamOkafor.PrintingDay with { Title = "When the copier broke down" },
            Account("Printers set up and looked after", "2.1 2.2 2.3 3.1 3.3", "I added the printer for the new block, set both sides and black, set up scan to folder with a blank page, set card release for the pastoral team, and had the disk wiped before the old one went."),
            Account("What we print", "4.1 4.3", "One page for the head with what each department printed and cost last term, and from it the paper and toner for the exams, ordered six weeks before."),
        ], "", "Met, with a vivid account of the jam.", cast.Owen, "Agreed.");

        callum.IsClaimed(91, Monday);
        callum.IsAwarded(90, Wednesday);
        callum.IsRevoked(61, Thursday, "Two accounts, in units EIT203 and EIT206, were copied word for word from another learner’s portfolio. The centre told us, the learner was heard and agreed that it was so. He may enrol again.");
    }
}
