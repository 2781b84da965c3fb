using static System.DayOfWeek;
using static Underpin.Demonstration.Piece;

namespace Underpin.Demonstration.Learners;

/// <summary>
/// The apprentice, in month seven: one unit achieved and looked at, one back with feedback, one with the assessor, one half gathered.
/// </summary>
internal static class JoeBright
{
    static readonly Onlooker English = new("Claire Whitlock", "claire.whitlock@harbourside.example", "Head of English at Saltmarsh Academy; C12 is her room");
    static readonly Onlooker Cover = new("Denise Hallam", "denise.hallam@harbourside.example", "Cover manager at Saltmarsh Academy");
    static readonly Onlooker Science = new("Amir Saleh", "amir.saleh@harbourside.example", "Science technician at Saltmarsh Academy, who looks after the class sets");

    public static void Tell(Story story, Cast cast)
    {
        var joe = new LearnerStory(story, cast, cast.Joe, "EITQ-L2A");
        joe.Asks(29, cast.Saltmarsh);
        joe.IsAccepted(29, "EIT202", "EIT205");
        WorkInASchool(joe, cast);
        KeepChildrenSafe(joe, cast);
        Displays(joe, new(cast.Ruth.Name, cast.Ruth.Email, "Assessor at Estuary Training Centre, who watched the work", cast.Ruth));
        Computers(joe);
    }

    static void WorkInASchool(LearnerStory joe, Cast cast)
    {
        joe.Adds("EIT203", 25, Monday, OfFile("Who leads what, and whom I ask", "1.1", "who-leads-what.pdf", "My chart from my first half-term. The office manager corrected two boxes: the librarian is not in the pastoral office, and the kitchen goes through Mr Teale."));
        joe.Adds("EIT203", 24, Monday, Account("An hour in cover, an hour in food", "1.2 1.3", "Mrs Hallam in cover has forty minutes, from 07:20, to put a teacher in front of every class. She needs the cover screen to open first time, and she needs me not to ring her before 08:05. Mr Bassi teaches food in F1. His display is over the ovens, so grease is the problem and not dust, and he needs the recipe to stay on the screen for the whole of P3 and P4 without going to sleep.\n\nI have learned to write P3 and not 'third lesson', 8B2 and not 'a Year 8 class', the LRC and not the library."));
        joe.Adds("EIT203", 23, Monday, OfFile("The room that was not empty", "2.4 4.1", "account-of-a-moved-room.docx", "An account of a job in H2 that went wrong because of the school's day, and what I do now."));
        joe.Adds("EIT203", 22, Monday, Account("My week on one page", "2.1 2.2 2.3", "Each Friday I take the room timetable for the next week and put my jobs into it: S3 is free Tuesday P5, C12 Wednesday P2, H2 never, so H2 is before registration or after 15:30. Tom has two rules: no job in a room with a class unless the lesson has stopped, and nothing that restarts anything on a Friday.\n\nMy calendar has red days with a reason each: mocks (silence in C block), census day (the office), parents' evening (hall and wireless), the last two days before a holiday (reports). The building shuts at 18:00, and at 16:30 on Fridays."));
        joe.Adds("EIT203", 21, Monday, Witnessed("Fixing sound while I taught", "3.1 3.2 3.3 3.4", English, "Joe knocked and waited. I nodded; he found the fault from the back, gave me a thumbs up and left. A boy asked whether he was 'the hacker', and he said 'no, I'm the plumber' and went. With my sixth-form group he is just as easy and just as correct. Badge always on, key signed for. In the fire drill he cleared the C block toilets, which is his line on the plan."), comment: "It was period 4, not period 3, but otherwise exactly so.");
        joe.Submits("EIT203", 20, Tuesday, "My first unit. Mrs Whitlock says it was period 4.");
        joe.Accepted("EIT203", 20, Friday, cast.Ruth, "A very good start, Joe. What I like most is that when something went wrong you changed your routine and then checked that the change worked (four moves, no walk-ins). Keep the plumber line.");
        joe.DrawnIfNot("EIT203", 19, Tuesday, cast.Owen, "first unit of a new apprentice, and a witness who corrected a detail.");
        joe.Agreed("EIT203", 19, Wednesday, cast.Owen, "The witness corrected the period, which makes me trust the rest. Chart, account and document all say the same school. Judgement agreed.");
    }

    static void KeepChildrenSafe(LearnerStory joe, Cast cast)
    {
        joe.Adds("EIT204", 14, Monday, Account("Who to tell, and how", "1.1 1.2 1.3 2.1 2.2", "The safeguarding lead is in the pastoral corridor, with two deputies; for a worry about an adult it is Dr Marsh, and about Dr Marsh it is the chair of governors. I did the practice form in training: what was said, in the words it was said in, where and when, and no opinion.\n\nIf a child starts to tell me something I would listen, say thank you for telling me, say that I must pass it on to someone who can help, and go straight there. I would not ask questions.\n\nI prop doors. When two Year 9s wanted my number to ask about apprenticeships, I said the careers adviser has all of that, and told Tom."));
        joe.Adds("EIT204", 12, Monday, OfFile("Filter and alert tests", "3.1 3.2", "filter-and-alert-test.csv", "The test I ran with the safeguarding lead after school, on the safe test pages. The guest wireless let one through: I told Tom two minutes later, and tested again the next morning."));
        joe.Adds("EIT204", 11, Monday, Account("Data and other people's screens", "2.3 3.3 4.1 4.2 4.3 1.4", "I ask before I look at anybody's screen and wait while they close things. A teacher wanted a site opened for P4: I sent her the form, which goes to the safeguarding lead.\n\nBefore I sent the display maker a picture I cropped the register that was on the desk.\n\nSending things: attendance by the MIS, photos by the album, and I would ask about anything medical.\n\nIf I saw something really bad on a screen I would turn it off and tell Tom."));
        joe.Adds("EIT204", 10, Monday, Witnessed("The lost tablet", "4.4", Cover, "Joe rang me at 15:42 to say that a tablet from the cover set had not come back. He had already told the data lead: which tablet, last seen period 5 in S2, encrypted, with today's cover list open on it."));
        joe.Submits("EIT204", 9, Tuesday, "I was not sure about the last part of the third one.");
        joe.ReferredBack("EIT204", 9, Friday, cast.Ruth, """
            Joe, most of this is strong: the filter test is better than many at Level 3, and Mrs Hallam's statement could be used to teach from. Two things need another look, and one of them matters a great deal.

            Nothing you have done is lost. Change those two, and send it back when you are ready. Ring me if it would help to talk the first one through.
            """,
            new("1.4", "You say you would turn the screen off. Please don't: it must be left exactly as it is, because turning it off can destroy what the police may need, and looking for longer to 'make sure' can be an offence. Read section 4 of the school's policy with the safeguarding lead, ask her to show you what happens next, and then write what you would do, step by step, and why.", OffThePoint: true),
            new("4.2", "Attendance and photos are right. The criterion asks for three kinds of personal data, and 'I would ask' is not a route yet. Find out how a medical plan goes from the family to the nurse to a trip leader, and tell me."));
        joe.Adds("EIT204", 2, Wednesday, Account("What happens after you find something", "1.4", "I sat with the safeguarding lead for forty minutes. If there is something on a screen: do not turn it off, do not close it, do not scroll. Keep people away, stand so that nobody else sees it, and send someone for her or a deputy. She rings the police, and they say what happens to the machine. She explained that shutting it down changes files and times, and that if I looked further I could be in trouble myself. I had been wrong because I thought that the kind thing was to make it go away."));
    }

    static void Displays(LearnerStory joe, Onlooker ruth)
    {
        var after = OfFile("C12 projector filter, after", "3.1", "projector-filter-after.jpg", "The same filter after brush and cloth, before it went back. Temperature in the menu was 11 degrees lower a day later.");
        joe.Adds("EIT205", 8, Monday, OfFile("C12 projector filter, before", "3.1", "projector-filter-before.jpg", "Filter from the C12 projector at 1,912 hours. The maker says clean it every 500. The register said it had been done at Easter; I asked, and it had been the other C12, in the old numbering."));
        joe.Adds("EIT205", 8, Tuesday, after);
        joe.Adds("EIT205", 7, Monday, OfFile("Risk assessment for a raised display", "1.1 1.2", "access-risk-assessment.pdf", "The school's assessment, with my two jobs at the end: C12 went ahead with the three-step platform; the hall I declined, because it is above 2.4 metres, and passed to premises."));
        joe.Adds("EIT205", 7, Tuesday, OfFile("Locked and tagged", "1.3", "display-locked-out.jpg", "Plug in its lock, tag on, key in my pocket. I waited for the fan and then thirty minutes by the clock."));
        joe.Adds("EIT205", 6, Monday, Observed("A picture that came and went in C12", "1.4 2.1 2.2 2.4 3.2", ruth, "C12, Saltmarsh Academy", "Joe had agreed Wednesday P2 with the head of English, and checked that P3 could start without the display if it had to. He began by asking her what she last saw working and what had changed: a new laptop, on Monday. He swapped one thing at a time and said each aloud: her lead for his, the other input, his laptop for hers, then the wall plate, which was it. He gave her class the trolley before he began, in under five minutes. He renewed the plate and the lead and tested the whole path twice, the second time with her laptop and with sound."));
        joe.Adds("EIT205", 5, Monday, OfFile("Reading test from row six", "3.3", "display-reading-test.jpg", "The page I use. I sat in the furthest seat with Mrs Whitlock and we changed the focus and the text size in her template; the smallest line was unreadable before. For sound I used a recording of speech, with the windows open."));
        joe.Adds("EIT205", 4, Monday, Account("Three faults that were settings, one that was not, and firmware", "2.3 2.5 3.4 EIT202 2.2", "Settings: no picture in C12 (input moved by the cleaner), no sound in S3 (laptop was sending it to a headset), touch two centimetres out in H2 (calibration lost). None needed a screwdriver.\n\nNot a setting: S1 has a dead row. I called the maker, told the teacher it would be nine days, and swapped rooms with S2 for the two classes that read from it.\n\nFirmware on the H2 panel: I photographed every settings page, saved the file to our share, updated after school, and compared. One setting had changed, and I put it back."));
        joe.Adds("EIT205", 3, Monday, OfFile("C12 start-up card", "4.1", "start-up-card-c12.pdf", "Tried on two supply teachers without me in the room. The first one stopped at step 2, because nobody knew which lead, so the lead has a yellow label now."));
        joe.Adds("EIT205", 3, Tuesday, OfFile("Half-term plan of preventive checks", "4.2", "preventive-checks-plan.pdf", "The plan, with what was done. Nothing in mock week. The hall moved because of the open evening."));
        joe.Adds("EIT205", 2, Monday, OfFile("Rooms most in need of renewal", "4.3", "rooms-for-renewal.pdf", "My note to Mr Teale, with fault counts from the request system and ages from the register. He has put C12 into next year's budget."));
        joe.Submits("EIT205", 1, Tuesday, "This is the unit I am proudest of. The filter pictures are the same filter!");
    }

    static void Computers(LearnerStory joe)
    {
        joe.Adds("EIT202", 6, Tuesday, Account("Four faults that were not what they seemed", "2.1 2.2", "D1: 'work not saved' was a user setting; it was in the recovered files. C03: two laptops dropping off the wireless had missed an update, which was software; the same two did it again on the bench until they were updated. S2: a dead key was hardware, and stayed dead from a test stick. C07: 'it freezes' I could not reproduce in three lessons of sitting there, and I wrote that down with the times. It turned out to be the projector."));
        joe.Adds("EIT202", 4, Tuesday, Account("Fifteen laptops for science", "1.1 1.2 1.3", "Built from the written method, one by hand and fourteen with the stick. Step 9 of the method names a menu that is not there any more; I told Tom and he let me correct it. All fifteen joined the management system and had their settings by the next morning, except one, whose clock was wrong.\n\nThen I signed in as the test pupil in Year 8, opened the simulation that Mr Saleh uses, and ran the safe filter page. The simulation was blocked by the filter. We would have found that out in front of 8B2."));
        joe.Adds("EIT202", 2, Tuesday, Witnessed("Handing over the science set", "1.4 4.2", Science, "Joe brought the fifteen laptops to prep, and we counted them together, in and out. All were charged, and I signed his sheet. He showed me how to look at the leads between classes, and came back on the Friday to look himself; two leads were frayed, and he took them away."), confirmed: false);
    }
}
